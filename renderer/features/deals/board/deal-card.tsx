import { CalendarX2 } from 'lucide-react'

import { daysInStage, IDLE_AFTER_DAYS, isOverdue } from '../../../../shared/domain/deal/age.ts'
import type { Deal } from '../../../../shared/domain/index.ts'
import { localDay } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, cx, Icon } from '../../../ui/index.ts'

export type CardLook = 'plain' | 'current' | 'held' | 'gone'

const looks = {
  plain: 'border-line bg-surface hover:border-line-strong',
  current: 'border-accent bg-surface ring-1 ring-accent',
  held: 'border-accent bg-surface shadow-float',
  gone: 'border-line-strong border-dashed bg-transparent *:invisible',
} as const satisfies Record<CardLook, string>

/** The inside and frame of a card; whoever places it gives it its behaviour. */
export const cardClass = (look: CardLook): string =>
  cx('flex h-[86px] flex-col rounded-xl border px-[11px] pt-[9px] pb-2 text-start', looks[look])

/** How long a deal stands, what is wrong with it first. */
const CardState = ({ deal, idle }: { deal: Deal; idle: number | undefined }) => {
  const { t, format } = useI18n()
  const now = Date.now()
  if (deal.status === 'won') return <span>{t('deals.card.won')}</span>
  const overdue = deal.expectedClose !== undefined && isOverdue(deal, localDay(new Date(now))) && deal.expectedClose
  const isIdle = idle !== undefined && idle >= IDLE_AFTER_DAYS
  const days = daysInStage(deal, now)
  return (
    <>
      {overdue && (
        <Badge tone="warn">
          <Icon of={CalendarX2} size={12} />
          <span className={isIdle ? 'sr-only' : undefined}>
            <span className="sr-only">{t('deals.card.overdue')} </span>
            {format.day(overdue, 'short')}
          </span>
        </Badge>
      )}
      {isIdle && <Badge tone="bad">{t('deals.card.idle', { days: idle })}</Badge>}
      {!isIdle && !overdue && (
        <span>
          <span className="sr-only">{t('deals.card.inStage')} </span>
          {days === 0 ? t('deals.card.today') : t('deals.card.days', { days })}
        </span>
      )}
    </>
  )
}

/** What a card says: title, customer, value, and how it stands. */
export const CardContent = ({
  deal,
  customer,
  idle,
}: {
  deal: Deal
  customer: string | undefined
  idle: number | undefined
}) => {
  const { format } = useI18n()
  return (
    <>
      <span className="truncate font-[560]" dir="auto">
        {deal.title}
      </span>
      <span className="min-h-[19px] truncate text-ink-muted" dir="auto">
        {customer}
      </span>
      <span className="mt-auto flex min-h-[22px] items-center gap-1.5">
        <span className="flex-1 whitespace-nowrap">
          {deal.value === undefined ? '' : format.money(deal.value, deal.currency, 'rounded')}
        </span>
        <span className="flex min-w-0 items-center gap-1 text-ink-faint text-xs">
          <CardState deal={deal} idle={idle} />
        </span>
      </span>
    </>
  )
}
