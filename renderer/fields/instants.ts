import { addDays, today } from '../../shared/domain/day.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/** The local day (`YYYY-MM-DD`) of a date. */
export const localDay = today

/** The local day of an instant; '' for a text that is none. */
export const dayOfInstant = (instant: string): string => {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : localDay(date)
}

/** The local time of an instant as `HH:MM`. */
export const timeOfInstant = (instant: string): string => {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : `${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** The instant of a local day and time (`HH:MM`) as ISO 8601 in UTC; undefined where they make none. */
export const instantAt = (day: string, time: string): string | undefined => {
  const date = new Date(`${day}T${time}:00`)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** The local day so many days after a date. */
export const dayAfter = (days: number, from: Date): string => addDays(today(from), days)
