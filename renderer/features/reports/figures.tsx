import type { Figure } from '../../../shared/analytics/index.ts'
import { useI18n } from '../../i18n/index.ts'
import type { ReportWords } from './words.ts'

/** The few numbers that say most, in one line. */
export const Figures = ({ figures, words }: { figures: readonly Figure[]; words: ReportWords }) => {
  const { t } = useI18n()
  return (
    <dl
      aria-label={t('reports.figures')}
      className="grid grid-cols-[repeat(auto-fit,minmax(132px,1fr))] gap-x-6 gap-y-3.5 rounded-xl border border-line px-[15px] py-3"
    >
      {figures.map((figure) => {
        const { label, value, detail } = words.figure(figure)
        return (
          <div key={figure.key} className="min-w-0">
            <dt className="truncate text-ink-muted text-sm">{label}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-2">
              <strong className="font-[640] text-xl tabular-nums tracking-tight">
                <bdi>{value}</bdi>
              </strong>
              {detail !== '' && (
                <span className="text-ink-muted text-sm tabular-nums">
                  <bdi>{detail}</bdi>
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
