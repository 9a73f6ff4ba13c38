import fc from 'fast-check'

import type { Grouped } from '../../../../shared/analytics/index.ts'
import { addDays } from '../../../../shared/domain/day.ts'

export const TODAY = '2026-11-22'

/** Days of some four years around today, and none. */
export const anyDay = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -900, max: 400 }).map((days) => addDays(TODAY, days)) },
  { weight: 1, arbitrary: fc.constant('') },
)

const counts = fc.integer({ min: 1, max: 50 })
const minor = fc.integer({ min: 0, max: 1_000_000_00 })

export const anyRows = (...keys: readonly fc.Arbitrary<string>[]): fc.Arbitrary<Grouped[]> =>
  fc.array(fc.record({ keys: fc.tuple(...keys), values: fc.tuple(counts, minor, minor) }), { maxLength: 60 })

export const oneOf = (...values: string[]) => fc.constantFrom(...values)

/** Weeks of seven days from 2020-01-06, a Monday. */
export const week = (day: string) => {
  const days = Math.round((Date.parse(day) - Date.parse('2020-01-06')) / 86_400_000)
  const from = addDays('2020-01-06', Math.floor(days / 7) * 7)
  return { from, to: addDays(from, 6) }
}

/** Gregorian months. */
export const month = (day: string) => ({
  from: `${day.slice(0, 7)}-01`,
  to: new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10),
})

/** The cells of one column, by its place. */
export const sumOf = (cells: readonly (number | null | undefined)[]): number =>
  cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0)
