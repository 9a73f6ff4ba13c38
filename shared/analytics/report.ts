/** A group of the read model: the keys of its axes ('' for no value) and its measures. */
export type Grouped = { keys: readonly string[]; values: readonly number[] }

/** A stretch of days by its first and last, `YYYY-MM-DD`, Gregorian. */
export type Days = { from: string; to: string }

/** Money in minor units, a count of records, or a share from 0 to 1. */
type CellKind = 'count' | 'money' | 'share'

/** What a number is, without words. `of` is the raw id that a series stands for (a channel, a source, a status). */
export type Column = { key: ColumnKey; kind: CellKind; of?: string; currency?: string }

export type ColumnKey =
  | 'deals'
  | 'value'
  | 'weighted'
  | 'won'
  | 'lost'
  | 'winRate'
  | 'wonValue'
  | 'lostValue'
  | 'series'
  | 'other'
  | 'total'
  | 'share'
  | 'customers'
  | 'openDeals'
  | 'converted'
  | 'conversion'
  | 'measured'

/** A number, or null where there is none (a share of nothing). */
export type Cell = number | null

/** `key` is raw: the id of a stage, the first day of a stretch, the name of a bucket; '' for records without one. */
export type Row = { key: string; group?: string; days?: Days; cells: readonly Cell[] }

/** Every cell of `rows` and `total` stands in the order of `columns`. Sums hold one currency each. */
type Table = { columns: readonly Column[]; rows: readonly Row[]; total: readonly Cell[] }

/** Values in the order of the categories. A share is drawn as a line on its own axis. */
export type Series = { column: Column; values: readonly Cell[] }

/** `stages`: bars that lie, one row for each; `sides`: bars side by side; `stacked`: bars on each other. */
export type Chart = { type: 'stages' | 'sides' | 'stacked'; categories: readonly string[]; series: readonly Series[] }

/** A key figure. `of` is a raw id that it is about, `share` what part of the whole it is. */
export type Figure =
  | { key: FigureKey; kind: 'count'; value: number; of?: string; days?: Days; share?: number }
  | { key: FigureKey; kind: 'share'; value: Cell }
  | { key: FigureKey; kind: 'money'; amounts: readonly Amount[] }

type FigureKey =
  | 'openDeals'
  | 'openValue'
  | 'weightedValue'
  | 'wonDeals'
  | 'lostDeals'
  | 'winRate'
  | 'wonValue'
  | 'lostValue'
  | 'records'
  | 'perWeek'
  | 'topSeries'
  | 'topTime'
  | 'recent'
  | 'silent'
  | 'never'
  | 'conversion'

/** An amount of one currency, in its minor units. */
export type Amount = { currency: string; minor: number }

/** What a report says, in raw keys: words and formats are put on where it is shown. */
export type Report = { table: Table; chart: Chart; figures: readonly Figure[]; count: number }

/** A part of a whole from 0 to 1; null of nothing. */
export const shareOf = (part: number, whole: number): Cell => (whole === 0 ? null : part / whole)

export const sum = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}

/** The sum of one measure over groups. */
export const totalOf = (rows: readonly Grouped[], measure = 0): number =>
  sum(rows.map(({ values }) => values[measure] ?? 0))

/** The amounts of one key, one for each currency, from a row of cells. */
export const amountsOf = (columns: readonly Column[], cells: readonly Cell[], wanted: ColumnKey): Amount[] =>
  columns.flatMap(({ key, currency }, at) =>
    key === wanted && currency !== undefined ? [{ currency, minor: cells[at] ?? 0 }] : [],
  )
