import { GregorianCalendar, parseDate, startOfWeek, toCalendar } from '@internationalized/date'

/** The first day of the week after the one of `day` (`YYYY-MM-DD`): Monday, or Saturday in Iran. */
export const nextWeek = (day: string, locale: string): string =>
  toCalendar(startOfWeek(parseDate(day), locale).add({ weeks: 1 }), new GregorianCalendar()).toString()
