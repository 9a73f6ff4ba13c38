import type { GroupBy } from './api.ts'

/** Days count from 1970-01-01. */
export type DayNumber = number
export type Unit = NonNullable<GroupBy['unit']>

export const DAY_MS = 86_400_000
const QUARTER_HOUR_MS = 900_000

const DAY_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day number of `YYYY-MM-DD`; NaN for anything else. */
export const parseDay = (text: string): DayNumber => {
  const parts = DAY_TEXT.exec(text)
  return parts === null ? Number.NaN : Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS)
}

export const printDay = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/**
 * Reads instants (Unix milliseconds) as days where the program runs. Time zones change their offset on a quarter of
 * an hour, so each quarter is asked of `Date` once.
 */
export const createLocalDays = (): ((millis: number) => DayNumber) => {
  const known = new Map<number, DayNumber>()
  return (millis) => {
    const quarter = Math.floor(millis / QUARTER_HOUR_MS)
    const held = known.get(quarter)
    if (held !== undefined) return held
    const date = new Date(millis)
    const day = Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS)
    known.set(quarter, day)
    return day
  }
}

/** The day that it is here now. */
export const today = (now: Date): DayNumber =>
  Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS)

/** The instants at which a local day begins and ends (its last millisecond). */
export const localDayBounds = (day: DayNumber): readonly [start: number, end: number] => {
  const utc = new Date(day * DAY_MS)
  const at = (days: number) => new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate() + days).getTime()
  return [at(0), at(1) - 1]
}

/** From Monday to Thursday; 1970-01-01 was a Thursday. */
const THURSDAY = 3

/** A number for each calendar unit, rising with time. ISO 8601 weeks: Monday first, week 1 has the first Thursday. */
export const unitOf = (day: DayNumber, unit: Unit): number => {
  if (unit === 'day') return day
  if (unit === 'week') return Math.floor((day + THURSDAY) / 7)
  const date = new Date(day * DAY_MS)
  return unit === 'year' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const isoWeek = (week: number): string => {
  const thursday = new Date(week * 7 * DAY_MS)
  const year = thursday.getUTCFullYear()
  const firstOfYear = Date.UTC(year, 0, 1)
  const number = Math.floor((thursday.getTime() - firstOfYear) / DAY_MS / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** The key of a unit as `AggregateRow.keys` has it: `2026`, `2026-11`, `2026-W47`, `2026-11-22`. */
export const unitKey = (value: number, unit: Unit): string => {
  if (unit === 'day') return printDay(value)
  if (unit === 'week') return isoWeek(value)
  if (unit === 'year') return String(value).padStart(4, '0')
  return `${String(Math.floor(value / 12)).padStart(4, '0')}-${String((value % 12) + 1).padStart(2, '0')}`
}
