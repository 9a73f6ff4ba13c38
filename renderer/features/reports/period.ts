import {
  type CalendarIdentifier,
  createCalendar,
  GregorianCalendar,
  parseDate,
  startOfMonth,
  startOfYear,
  toCalendar,
} from '@internationalized/date'

import type { Days } from '../../../shared/analytics/index.ts'

export const periodIds = [
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisQuarter',
  'lastQuarter',
  'nextQuarter',
  'thisYear',
  'last12',
  'all',
  'custom',
] as const
export type PeriodId = (typeof periodIds)[number]

const MONTHS = { month: 1, quarter: 3, year: 12 } as const
type Part = keyof typeof MONTHS

const gregorian = new GregorianCalendar()

/**
 * The month, quarter or year that a day is in, or one so many later, in the calendar of a locale: Farvardin to Khordad
 * is a quarter in Persian.
 * @param day `YYYY-MM-DD`, Gregorian
 * @param locale BCP 47 tag, with its calendar where it is not the usual one
 */
export const partAround = (day: string, part: Part, locale: string, later = 0): Days => {
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

/** The days of a period as seen from `today`; open at the ends where nothing bounds it. `last12`: whole months. */
export const periodDays = (
  period: PeriodId,
  today: string,
  locale: string,
  custom: { from?: string | undefined; to?: string | undefined },
): Partial<Days> => {
  const part = (name: Part, later = 0) => partAround(today, name, locale, later)
  switch (period) {
    case 'thisMonth':
      return part('month')
    case 'lastMonth':
      return part('month', -1)
    case 'nextMonth':
      return part('month', 1)
    case 'thisQuarter':
      return part('quarter')
    case 'lastQuarter':
      return part('quarter', -1)
    case 'nextQuarter':
      return part('quarter', 1)
    case 'thisYear':
      return part('year')
    case 'last12':
      return { from: part('month', -11).from, to: part('month').to }
    case 'all':
      return {}
    case 'custom':
      return {
        ...(custom.from !== undefined && { from: custom.from }),
        ...(custom.to !== undefined && { to: custom.to }),
      }
  }
}
