import {
  type CalendarIdentifier,
  createCalendar,
  GregorianCalendar,
  parseDate,
  startOfMonth,
  startOfWeek,
  startOfYear,
  toCalendar,
} from '@internationalized/date'

import { today } from '../../shared/domain/day.ts'

/** A stretch of days by its first and last, `YYYY-MM-DD`, Gregorian. */
export type Days = { from: string; to: string }

/** Whether an instant (ISO 8601) is in a stretch of days, by the clock of this device. */
export const isWithin = (instant: string, { from, to }: Days): boolean => {
  const day = today(new Date(instant))
  return day >= from && day <= to
}

const gregorian = new GregorianCalendar()

/** The week of a day where a locale's weeks begin: on Monday, or on Saturday in Iran. */
export const weekOf = (day: string, locale: string): Days => {
  const first = startOfWeek(parseDate(day), locale)
  return { from: first.toString(), to: first.add({ days: 6 }).toString() }
}

/** The first day of next week; on a week's last day, when that is tomorrow, of the week after it. */
export const nextWeek = (day: string, locale: string): string => {
  const first = startOfWeek(parseDate(day), locale).add({ weeks: 1 })
  const isTomorrow = first.compare(parseDate(day)) === 1
  return first.add({ weeks: isTomorrow ? 1 : 0 }).toString()
}

/** The same day of the next month, or that month's last. */
export const monthLater = (day: string): string => parseDate(day).add({ months: 1 }).toString()

const MONTHS = { month: 1, quarter: 3, year: 12 } as const
export type CalendarPart = keyof typeof MONTHS

/**
 * The month, quarter or year that a day is in, or one so many later, in the calendar of a locale: Farvardin to Khordad
 * is a quarter in Persian.
 * @param day `YYYY-MM-DD`, Gregorian
 * @param locale BCP 47 tag, with its calendar where it is not the usual one
 */
export const partAround = (day: string, part: CalendarPart, locale: string, later = 0): Days => {
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
  const local = toCalendar(parseDate(day), createCalendar(calendar as CalendarIdentifier))
  const months = MONTHS[part]
  const before = Math.floor((local.month - 1) / months) * months
  const start = (part === 'month' ? startOfMonth(local) : startOfYear(local).add({ months: before })).add({
    months: later * months,
  })
  const end = start.add({ months }).subtract({ days: 1 })
  return { from: toCalendar(start, gregorian).toString(), to: toCalendar(end, gregorian).toString() }
}
