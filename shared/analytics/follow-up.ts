import { daysBetween } from '../domain/day.ts'
import { type Column, type Grouped, type Report, type Row, shareOf, totalOf } from './report.ts'

/** Days since the last contact: the most of each bucket. What is above the last is `over`, who had none is `never`. */
const limits = [7, 30, 60, 90] as const
const buckets = ['0-7', '8-30', '31-60', '61-90', 'over', 'never'] as const
type Bucket = (typeof buckets)[number]

/** A contact in the future is one of today. */
const bucketOf = (day: string, today: string): Bucket => {
  if (day === '') return 'never'
  const days = daysBetween(day, today)
  return buckets[limits.findIndex((limit) => days <= limit)] ?? 'over'
}

/** A bucket's first and last day count; undefined where it has no end or no days. */
export const bucketDays = (bucket: string): { from?: number; to?: number } => {
  const names: readonly string[] = buckets
  const at = names.indexOf(bucket)
  const [before, to] = [limits[at - 1], limits[at]]
  return {
    ...(at >= 0 && bucket !== 'never' && { from: before === undefined ? 0 : before + 1 }),
    ...(to !== undefined && { to }),
  }
}

/**
 * Customers by how long ago the last contact was, and by status.
 * @param rows keys day of the last contact ('' for never), status; values count
 * @param order the statuses in their order
 */
export const followUpReport = (rows: readonly Grouped[], order: readonly string[], today: string): Report => {
  const present = new Set(rows.map(({ keys }) => keys[1] ?? ''))
  const statuses = [
    ...order.filter((id) => present.has(id)),
    ...[...present].filter((id) => !order.includes(id)).sort(),
  ]
  const all = totalOf(rows)
  const columns: Column[] = [
    ...statuses.map((of): Column => ({ key: 'series', kind: 'count', of })),
    { key: 'total', kind: 'count' },
    { key: 'share', kind: 'share' },
  ]
  const cellsOf = (own: readonly Grouped[]) => [
    ...statuses.map((status) => totalOf(own.filter(({ keys }) => (keys[1] ?? '') === status))),
    totalOf(own),
    shareOf(totalOf(own), all),
  ]
  const tableRows = buckets.map(
    (key): Row => ({ key, cells: cellsOf(rows.filter(({ keys }) => bucketOf(keys[0] ?? '', today) === key)) }),
  )
  const inBuckets = (...wanted: Bucket[]) =>
    totalOf(rows.filter(({ keys }) => wanted.includes(bucketOf(keys[0] ?? '', today))))
  const part = (value: number) => ({ kind: 'count', value, ...(all > 0 && { share: value / all }) }) as const
  return {
    count: all,
    table: { columns, rows: tableRows, total: cellsOf(rows) },
    chart: {
      type: 'stacked',
      categories: [...buckets],
      series: statuses.map((of, at) => ({
        column: { key: 'series', kind: 'count', of },
        values: tableRows.map(({ cells }) => cells[at] ?? 0),
      })),
    },
    figures: [
      { key: 'records', kind: 'count', value: all },
      { key: 'recent', ...part(inBuckets('0-7', '8-30')) },
      { key: 'silent', ...part(inBuckets('over')) },
      { key: 'never', ...part(inBuckets('never')) },
    ],
  }
}
