import { addDays, daysBetween } from '../domain/day.ts'
import type { Days, Grouped } from './report.ts'

/** The stretch of a calendar (a week, a month) that a day is in. */
export type Around = (day: string) => Days

/** More rows than this say nothing at a glance and make a table of many pages. */
const MOST_STRETCHES = 400

/** The stretches of a calendar that cover `span`, in order and without gaps; the outer ones cut off at its ends. */
export const stretchesOf = (span: Days, around: Around): Days[] => {
  const stretches: Days[] = []
  for (let day = span.from; day <= span.to; ) {
    const { to } = around(day)
    stretches.push({ from: day, to: to < span.to ? to : span.to })
    day = addDays(to, 1)
  }
  return stretches
}

/**
 * The days that a report by time covers: from the period's first day (for no period, of the first record) to today, or
 * later where records are later; never beyond the period.
 * @param days the days of the records, `YYYY-MM-DD`; '' for none
 */
export const spanOf = (days: Iterable<string>, period: Partial<Days>, today: string): Days => {
  let first = today
  let last = today
  for (const day of days) {
    if (day === '') continue
    if (day < first) first = day
    if (day > last) last = day
  }
  const from = period.from ?? first
  const to = period.to !== undefined && period.to < last ? period.to : last
  return { from, to: to < from ? from : to }
}

export type Unit = { name: 'week' | 'month' | 'year'; around: Around }

/** The finest of the units whose stretches are not too many for a span; `units` from fine to coarse. */
export const unitFor = (span: Days, units: readonly [Unit, ...Unit[]]): Unit => {
  const length = daysBetween(span.from, span.to) + 1
  const fits = ({ around }: Unit) => {
    const { from, to } = around(span.from)
    return length / (daysBetween(from, to) + 1) <= MOST_STRETCHES
  }
  return units.find(fits) ?? units[units.length - 1] ?? units[0]
}

/** Finds the stretch of each day; `undefined` for one outside of all. Stretches in order, without gaps. */
export const stretchFinder = (stretches: readonly Days[]): ((day: string) => number | undefined) => {
  return (day) => {
    let [low, high] = [0, stretches.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const stretch = stretches[middle]
      if (stretch === undefined) return undefined
      if (day < stretch.from) high = middle - 1
      else if (day > stretch.to) low = middle + 1
      else return middle
    }
    return undefined
  }
}

/** Groups by stretch, the first key being the day. What is in none comes last, under `undefined`, where there is any. */
export const byStretch = <R extends Grouped>(rows: readonly R[], stretches: readonly Days[]) => {
  const find = stretchFinder(stretches)
  const inside = stretches.map((days) => ({ days, rows: [] as R[] }))
  const outside: R[] = []
  for (const row of rows) {
    const at = find(row.keys[0] ?? '')
    ;(at === undefined ? outside : (inside[at]?.rows ?? outside)).push(row)
  }
  const none: { days: Days | undefined; rows: R[] }[] = outside.length > 0 ? [{ days: undefined, rows: outside }] : []
  return [...inside, ...none]
}
