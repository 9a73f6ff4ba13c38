import { daysBetween } from '../domain/day.ts'
import {
  type Column,
  type Days,
  type Figure,
  type Grouped,
  type Report,
  type Row,
  type Series,
  sum,
  totalOf,
} from './report.ts'
import { byStretch } from './stretches.ts'

/** More colours than this can't be told apart: the smallest series of a chart become one. */
export const MOST_SERIES = 7

const DAYS_IN_WEEK = 7

/** The series with records: those of `order` first, in that order, then others; records without one last. */
const presentSeries = (rows: readonly Grouped[], order: readonly string[]): string[] => {
  const present = new Set(rows.filter(({ values }) => (values[0] ?? 0) > 0).map(({ keys }) => keys[1] ?? ''))
  const known = order.filter((id) => present.has(id))
  const others = [...present].filter((id) => id !== '' && !known.includes(id)).sort()
  return [...known, ...others, ...(present.has('') ? [''] : [])]
}

/** The largest series as they are, the smallest added up as one, in the order of the table. */
const drawnSeries = (rows: readonly Row[], ids: readonly string[], totals: readonly number[]): Series[] => {
  const own = ids.map((of, at) => ({
    column: { key: 'series', kind: 'count', of } satisfies Column,
    values: rows.map(({ cells }) => cells[at] ?? 0),
    total: totals[at] ?? 0,
  }))
  if (own.length <= MOST_SERIES) return own.map(({ column, values }) => ({ column, values }))
  const largest = new Set(own.toSorted((a, b) => b.total - a.total).slice(0, MOST_SERIES - 1))
  const rest = own.filter((series) => !largest.has(series))
  return [
    ...own.filter((series) => largest.has(series)).map(({ column, values }) => ({ column, values })),
    {
      column: { key: 'other', kind: 'count' },
      values: rows.map((_, row) => sum(rest.map(({ values }) => values[row] ?? 0))),
    },
  ]
}

const largestBy = <T>(items: readonly T[], size: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>((best, item) => (best === undefined || size(item) > size(best) ? item : best), undefined)

/**
 * Records by when and what: interactions by channel, customers by source.
 * @param rows keys day, series; values count
 * @param stretches of the calendar, in order; each gets a row. Records outside of all, or of no known day, get one more.
 * @param order the series in the order of the owner's list
 */
export const overTimeReport = (
  rows: readonly Grouped[],
  stretches: readonly Days[],
  order: readonly string[],
): Report => {
  const ids = presentSeries(rows, order)
  const columns: Column[] = [
    ...ids.map((of): Column => ({ key: 'series', kind: 'count', of })),
    { key: 'total', kind: 'count' },
  ]
  const cellsOf = (own: readonly Grouped[]): number[] => [
    ...ids.map((id) => totalOf(own.filter(({ keys }) => (keys[1] ?? '') === id))),
    totalOf(own),
  ]
  const tableRows = byStretch(rows, stretches).map(
    ({ days, rows: own }): Row => ({ key: days?.from ?? '', ...(days && { days }), cells: cellsOf(own) }),
  )
  const total = cellsOf(rows)
  const count = totalOf(rows)
  const [first, last] = [stretches[0], stretches[stretches.length - 1]]
  const weeks = first && last ? (daysBetween(first.from, last.to) + 1) / DAYS_IN_WEEK : 0
  const named = ids.flatMap((id, at) => (id === '' ? [] : [{ id, value: total[at] ?? 0 }]))
  const top = largestBy(named, ({ value }) => value)
  const sizeOf = ({ cells }: Row) => cells[cells.length - 1] ?? 0
  const topTime = largestBy(
    tableRows.filter(({ days }) => days !== undefined),
    sizeOf,
  )
  const figures: Figure[] = [
    { key: 'records', kind: 'count', value: count },
    { key: 'perWeek', kind: 'count', value: weeks >= 1 ? count / weeks : count },
    ...(top
      ? [{ key: 'topSeries', kind: 'count', value: top.value, of: top.id, share: top.value / count } as const]
      : []),
    ...(topTime?.days && tableRows.length > 1
      ? [{ key: 'topTime', kind: 'count', value: sizeOf(topTime), days: topTime.days } as const]
      : []),
  ]
  return {
    count,
    table: { columns, rows: tableRows, total },
    chart: {
      type: 'stacked',
      categories: tableRows.map(({ key }) => key),
      series: drawnSeries(tableRows, ids, total),
    },
    figures,
  }
}
