import {
  type CalendarIdentifier,
  createCalendar,
  endOfMonth,
  GregorianCalendar,
  parseDate,
  startOfMonth,
  toCalendar,
} from '@internationalized/date'

/** A month of the reader's calendar by its first and last day (`YYYY-MM-DD`, Gregorian). */
export type Month = { from: string; to: string }

const gregorian = new GregorianCalendar()

/**
 * The month in which a day falls, or one so many months before, in the calendar of a locale: Azar in Persian.
 * @param day `YYYY-MM-DD`, Gregorian
 * @param locale BCP 47 tag, with its calendar where it is not the usual one
 */
export const monthOf = (day: string, locale: string, monthsBefore = 0): Month => {
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
  const local = toCalendar(parseDate(day), createCalendar(calendar as CalendarIdentifier))
  const first = startOfMonth(local).subtract({ months: monthsBefore })
  return { from: toCalendar(first, gregorian).toString(), to: toCalendar(endOfMonth(first), gregorian).toString() }
}

/** The name of a month, as a word that stands alone. */
export const monthName = ({ from }: Month, locale: string): string => {
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(`${from}T12:00:00Z`))
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** The same day of the next month, or that month's last. */
export const monthLater = (day: string): string => parseDate(day).add({ months: 1 }).toString()
