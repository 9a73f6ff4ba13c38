import {
  type CalendarDate,
  CalendarDateTime,
  type CalendarIdentifier,
  createCalendar,
  endOfMonth,
  GregorianCalendar,
  getLocalTimeZone,
  startOfMonth,
  startOfYear,
  toCalendar,
} from '@internationalized/date'

export type Period = 'month' | 'quarter'

/** A stretch of days, both ends included: `YYYY-MM-DD`, Gregorian. */
export type Days = { from: string; to: string }

const MONTHS_IN_QUARTER = 3
const gregorian = new GregorianCalendar()

const calendarOf = (locale: string) =>
  createCalendar(new Intl.DateTimeFormat(locale).resolvedOptions().calendar as CalendarIdentifier)

/**
 * The month or quarter in which `day` falls, in the calendar of a locale: Farvardin to Khordad is a quarter in Persian.
 * @param locale BCP 47 tag, with its calendar where it is not the usual one
 */
export const periodAround = (day: CalendarDate, period: Period, locale: string): Days => {
  const local = toCalendar(day, calendarOf(locale))
  const months = startOfMonth(local)
  const start =
    period === 'month'
      ? months
      : startOfYear(local).add({ months: Math.floor((local.month - 1) / MONTHS_IN_QUARTER) * MONTHS_IN_QUARTER })
  const end = endOfMonth(period === 'month' ? start : start.add({ months: MONTHS_IN_QUARTER - 1 }))
  return { from: toCalendar(start, gregorian).toString(), to: toCalendar(end, gregorian).toString() }
}

/** The first and the last instant of a stretch of local days. */
export const instantsOf = ({ from, to }: Days): Days => {
  const at = (day: string, ...time: [number, number, number, number]) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    return new CalendarDateTime(year, month, date, ...time).toDate(getLocalTimeZone()).toISOString()
  }
  return { from: at(from, 0, 0, 0, 0), to: at(to, 23, 59, 59, 999) }
}
