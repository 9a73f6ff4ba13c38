import { type CalendarPart, type Days, partAround } from '../../fields/index.ts'

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

/** The days of a period as seen from `today`; open at the ends where nothing bounds it. `last12`: whole months. */
export const periodDays = (
  period: PeriodId,
  today: string,
  locale: string,
  custom: { from?: string | undefined; to?: string | undefined },
): Partial<Days> => {
  const part = (name: CalendarPart, later = 0) => partAround(today, name, locale, later)
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
