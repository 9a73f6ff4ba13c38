import { CircleCheck, FileQuestion, History } from 'lucide-react'
import type { ReactNode } from 'react'

import { useI18n } from '../../../../i18n/index.ts'
import { Icon, type IconType } from '../../../../ui/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'
import { sourceLabel } from '../../source-label.ts'

const Line = ({ icon, className, children }: { icon: IconType; className: string; children: ReactNode }) => (
  <p className="flex items-start gap-2">
    <Icon of={icon} className={`mt-0.5 ${className}`} />
    <span>{children}</span>
  </p>
)

/** What the file was taken for, in a sentence or two. */
export const Recognised = ({ analysis }: { analysis: Analysis }) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const { source, remembered, rowCount, totals, earlier, photos, format: form } = analysis
  const name = sourceLabel(source, i18n)
  const facts = [
    form === 'vcard' || form === 'mecard'
      ? t('transfer.cards', { count: rowCount })
      : t('transfer.rows', { count: rowCount }),
    t('transfer.columnsFound', { count: analysis.columns.length }),
    ...(photos > 0 ? [t('transfer.photosFound', { count: photos })] : []),
  ]
  const [last] = earlier
  return (
    <section className="flex flex-col gap-1.5">
      {name === undefined ? (
        <Line icon={FileQuestion} className="text-ink-faint">
          {t('transfer.notRecognised')} {facts.join(' · ')}
        </Line>
      ) : (
        <Line icon={CircleCheck} className="text-green">
          <strong className="font-[640]">{t('transfer.recognised', { name })}</strong> {facts.join(' · ')}
        </Line>
      )}
      {remembered && (
        <Line icon={History} className="text-blue">
          {t('transfer.remembered')}
        </Line>
      )}
      {last && (
        <Line icon={History} className="text-amber">
          {t('transfer.earlier', { when: format.instant(last.createdAt, 'relative') })}
        </Line>
      )}
      {totals > 0 && <p className="text-ink-muted">{t('transfer.totals', { count: totals })}</p>}
    </section>
  )
}
