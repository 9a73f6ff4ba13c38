import { groupBy } from '../group.ts'
import { currenciesOf } from './currencies.ts'
import {
  type Cell,
  type Column,
  type Figure,
  type Grouped,
  type Report,
  type Row,
  shareOf,
  sum,
  totalOf,
} from './report.ts'

/** A column of numbers or amounts that is summed up as well. */
export type Measured = { column: string; kind: 'count' | 'money' }

export type ByField = {
  noun: 'customers' | 'deals'
  /** The values in the order of their list; others follow by their count. */
  order: readonly string[]
  /** A record may hold several values: then the rows do not add up to the whole, and have no shares. */
  several: boolean
  measured?: Measured | undefined
  /** The book's. */
  currency: string
}

/** More values than these are told as one. */
const MOST = 40
const [COUNT, VALUE] = [0, 1]
/** The group of the row that stands for all further values. */
export const FURTHER = 'further'

/**
 * How many records hold each value of a field, and sums by value.
 * @param rows keys the value ('' for none), and of deals their currency; values the count, of deals the sum of their
 * values, and what is measured
 */
export const byFieldReport = (
  rows: readonly Grouped[],
  { noun, order, several, measured, currency }: ByField,
): Report => {
  const ofDeals = noun === 'deals'
  const at = ofDeals ? 2 : 1
  const found = ofDeals ? [...currenciesOf(rows, 1, VALUE, currency), ...currenciesOf(rows, 1, at, currency)] : []
  const currencies = [...new Set(ofDeals ? found : [currency])]
  const inCurrency = (own: readonly Grouped[], each: string) =>
    ofDeals ? own.filter(({ keys }) => (keys[1] || currency) === each) : own
  const money = (key: 'value' | 'measured', of?: string): Column[] =>
    currencies.map((each) => ({ key, kind: 'money', currency: each, ...(of !== undefined && { of }) }))
  const columns: Column[] = [
    { key: noun, kind: 'count' },
    ...(several ? [] : [{ key: 'share', kind: 'share' } as const]),
    ...(ofDeals ? money('value') : []),
    ...(measured?.kind === 'money' ? money('measured', measured.column) : []),
    ...(measured?.kind === 'count' ? [{ key: 'measured', kind: 'count', of: measured.column } as const] : []),
  ]
  const whole = totalOf(rows, COUNT)
  const cellsOf = (own: readonly Grouped[]): Cell[] =>
    columns.map(({ key, currency: each = '' }): Cell => {
      if (key === noun) return totalOf(own, COUNT)
      if (key === 'share') return shareOf(totalOf(own, COUNT), whole)
      if (key === 'value') return totalOf(inCurrency(own, each), VALUE)
      return totalOf(measured?.kind === 'money' ? inCurrency(own, each) : own, at)
    })
  const groups = groupBy(rows, ({ keys }) => keys[0] ?? '')
  const countOf = (key: string): number => totalOf(groups.get(key) ?? [], COUNT)
  const known = order.filter((key) => groups.has(key))
  const others = [...groups.keys()]
    .filter((key) => key !== '' && !known.includes(key))
    .sort((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1))
  const named = [...known, ...others]
  const further = named.slice(MOST).flatMap((key) => groups.get(key) ?? [])
  const shown = [...named.slice(0, MOST), ...(groups.has('') ? [''] : [])]
  const tableRows: Row[] = [
    ...shown.map((key): Row => ({ key, cells: cellsOf(groups.get(key) ?? []) })),
    ...(further.length > 0 ? [{ key: FURTHER, group: FURTHER, cells: cellsOf(further) }] : []),
  ]
  const [top] = named.toSorted((a, b) => countOf(b) - countOf(a))
  const figures: Figure[] = [
    ...(several ? [] : [{ key: 'records', kind: 'count', value: whole } as const]),
    ...(top === undefined
      ? []
      : [
          {
            key: 'topSeries',
            kind: 'count',
            value: countOf(top),
            of: top,
            ...(!several && whole > 0 && { share: countOf(top) / whole }),
          } as const,
        ]),
  ]
  return {
    count: sum(rows.map(({ values }) => values[COUNT] ?? 0)),
    table: { columns, rows: tableRows, total: several ? columns.map(() => null) : cellsOf(rows) },
    chart: {
      type: 'stages',
      categories: tableRows.map(({ key }) => key),
      series: [{ column: { key: noun, kind: 'count' }, values: tableRows.map(({ cells }) => cells[0] ?? 0) }],
    },
    figures,
  }
}
