import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useLabels } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { cx, Skeleton } from '../../ui/index.ts'
import { resetActivityView } from '../../view-state/index.ts'
import { monthName } from './month.ts'
import { growth, type Sums } from './sums.ts'
import { useKpis } from './use-kpis.ts'

type Place = '/activity' | '/deals' | '/reports' | '/customers'

const Kpi = ({
  to,
  name,
  value,
  others,
  detail,
  onOpen,
}: {
  to: Place
  name: string
  value: string | undefined
  /** Sums of other currencies. */
  others?: string
  detail: ReactNode
  onOpen?: () => void
}) => (
  <Link
    to={to}
    {...(onOpen && { onClick: onOpen })}
    draggable={false}
    className="block min-w-0 cursor-default rounded-xl border border-line bg-surface px-[15px] py-3 transition-colors duration-100 hover:border-line-strong hover:bg-sunk/40"
  >
    <span className="block truncate text-ink-muted text-sm">{name}</span>
    {value === undefined ? (
      <>
        <Skeleton className="my-1.5 block h-5 w-20" />
        <Skeleton className="block h-3 w-28" />
      </>
    ) : (
      <>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <strong className="font-[640] text-2xl tabular-nums tracking-tight">{value}</strong>
          {/* No amount is ever cut: what does not fit goes to the next line. */}
          {others !== undefined && <span className="min-w-0 text-ink-muted text-sm">{others}</span>}
        </span>
        <span className="block truncate text-ink-muted text-sm">{detail}</span>
      </>
    )}
  </Link>
)

/** Four numbers that tell how the day and the month stand; each leads to what it counts. */
export const Kpis = ({ today, currency }: { today: string; currency: string }) => {
  const { t, format, locale } = useI18n()
  const labels = useLabels()
  const kpis = useKpis(today, currency)
  const money = ({ main }: Sums) => format.money(main.value, main.currency, 'rounded')
  const others = (sums: Sums | undefined) => {
    const texts = sums?.others.map(({ value, currency: other }) => format.money(value, other, 'compact')) ?? []
    return texts.length > 0 ? { others: texts.map((text) => `+ ${text}`).join(' ') } : {}
  }
  const grown = kpis && growth(kpis.won.main, kpis.wonBefore.main)
  const best = kpis?.leads.best
  return (
    <section aria-label={t('today.numbers')} className="grid grid-cols-4 gap-3.5 @max-[760px]:grid-cols-2">
      <Kpi
        to="/activity"
        onOpen={() => resetActivityView({ kind: 'tasks', state: 'open' })}
        name={t('today.due')}
        value={kpis && format.number(kpis.dueToday)}
        detail={
          kpis && (
            <span className={cx(kpis.overdue > 0 && 'text-red')}>{t('today.overdue', { count: kpis.overdue })}</span>
          )
        }
      />
      <Kpi
        to="/deals"
        name={t('today.pipeline')}
        value={kpis && money(kpis.pipeline)}
        {...others(kpis?.pipeline)}
        detail={
          kpis &&
          t('today.weighted', {
            amount: format.money(kpis.pipeline.main.weighted, kpis.pipeline.main.currency, 'rounded'),
          })
        }
      />
      <Kpi
        to="/reports"
        name={t('today.won')}
        value={kpis && money(kpis.won)}
        {...others(kpis?.won)}
        detail={
          kpis &&
          (kpis.wonBefore.main.value === 0 ? (
            t('today.noneWon')
          ) : (
            <>
              {grown !== undefined && grown >= 0 && (
                <span className="text-green">
                  <bdi>
                    {format.number(grown, { style: 'percent', signDisplay: 'always', maximumFractionDigits: 0 })}
                  </bdi>
                  {' · '}
                </span>
              )}
              {t('today.monthAmount', { month: monthName(kpis.before, locale), amount: money(kpis.wonBefore) })}
            </>
          ))
        }
      />
      <Kpi
        to="/customers"
        name={t('today.leads')}
        value={kpis && format.number(kpis.leads.count)}
        detail={
          kpis &&
          (kpis.leads.count === 0
            ? t('today.noLeads')
            : best
              ? t('today.mostFrom', { count: best.count, source: labels.item(best.source) })
              : t('today.sourceUnknown'))
        }
      />
    </section>
  )
}
