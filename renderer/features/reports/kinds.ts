import {
  CalendarClock,
  ChartBarBig,
  ChartBarStacked,
  Compass,
  Filter,
  MessagesSquare,
  Trophy,
  UserPlus,
} from 'lucide-react'

import type { NounName } from '../../../shared/domain/index.ts'
import type { IconType } from '../../ui/index.ts'
import type { PeriodId } from './period.ts'

export const reportIds = [
  'pipeline',
  'wonLost',
  'interactions',
  'newCustomers',
  'sources',
  'followUp',
  'customersBy',
  'dealsBy',
] as const
export type ReportId = (typeof reportIds)[number]

const past = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'last12', 'all', 'custom'] as const

/** What a report is about: the records it counts and the date by which they fall into its period. */
export type ReportKind = {
  icon: IconType
  noun: Exclude<NounName, 'tasks'>
  dated: string
  periods: readonly PeriodId[]
  /** The period it opens with. */
  period: PeriodId
  /** The dialog by which a book without such records gets its first. */
  first: 'newDeal' | 'logInteraction' | 'newCustomer'
}

export const kinds: Readonly<Record<ReportId, ReportKind>> = {
  pipeline: {
    icon: Filter,
    noun: 'deals',
    dated: 'expectedClose',
    periods: [
      'all',
      'thisMonth',
      'nextMonth',
      'thisQuarter',
      'nextQuarter',
      'thisYear',
      'lastMonth',
      'lastQuarter',
      'last12',
      'custom',
    ],
    period: 'all',
    first: 'newDeal',
  },
  wonLost: { icon: Trophy, noun: 'deals', dated: 'closedAt', periods: past, period: 'last12', first: 'newDeal' },
  interactions: {
    icon: MessagesSquare,
    noun: 'interactions',
    dated: 'at',
    periods: past,
    period: 'thisQuarter',
    first: 'logInteraction',
  },
  newCustomers: {
    icon: UserPlus,
    noun: 'customers',
    dated: 'createdAt',
    periods: past,
    period: 'last12',
    first: 'newCustomer',
  },
  sources: {
    icon: Compass,
    noun: 'customers',
    dated: 'createdAt',
    periods: past,
    period: 'last12',
    first: 'newCustomer',
  },
  followUp: {
    icon: CalendarClock,
    noun: 'customers',
    dated: 'createdAt',
    periods: past,
    period: 'all',
    first: 'newCustomer',
  },
  customersBy: {
    icon: ChartBarBig,
    noun: 'customers',
    dated: 'createdAt',
    periods: past,
    period: 'all',
    first: 'newCustomer',
  },
  dealsBy: { icon: ChartBarStacked, noun: 'deals', dated: 'createdAt', periods: past, period: 'all', first: 'newDeal' },
}

export const isReport = (text: string | undefined): text is ReportId => reportIds.some((id) => id === text)
