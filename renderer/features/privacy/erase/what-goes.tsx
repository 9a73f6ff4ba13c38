import type { DealFate, ErasePlan } from '../../../../shared/privacy/index.ts'
import type { Backup } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'

const lineClass = 'ms-4 list-disc'
const SHOWN = 6

/** What an erasure takes and what it leaves, each with how many. */
export const WhatGoes = ({
  counts,
  deals,
  backups,
}: {
  counts: ErasePlan['counts']
  deals: DealFate
  backups: readonly Backup[]
}) => {
  const { t, format } = useI18n()
  const days = [...new Set(backups.map(({ createdAt }) => format.instant(createdAt, 'date')))]
  const gone = ['interactions', 'tasks', 'attachments', 'history'] as const
  return (
    <div className="grid grid-cols-2 gap-x-5 gap-y-3 max-[560px]:grid-cols-1">
      <section aria-label={t('privacy.erase.goes')}>
        <h3 className="mb-1 font-[560]">{t('privacy.erase.goes')}</h3>
        <ul className={lineClass}>
          <li>{t('privacy.erase.record')}</li>
          {gone
            .filter((key) => counts[key] > 0)
            .map((key) => (
              <li key={key}>{t(`privacy.count.${key}`, { count: counts[key] })}</li>
            ))}
          {deals === 'erase' && counts.deals > 0 && <li>{t('privacy.count.deals', { count: counts.deals })}</li>}
        </ul>
      </section>
      <section aria-label={t('privacy.erase.stays')}>
        <h3 className="mb-1 font-[560]">{t('privacy.erase.stays')}</h3>
        <ul className={lineClass}>
          {deals === 'keep' && counts.deals > 0 && (
            <li>
              {t('privacy.count.deals', { count: counts.deals })}: {t('privacy.erase.dealsKeep')}
            </li>
          )}
          {counts.people > 0 && <li>{t('privacy.erase.people', { count: counts.people })}</li>}
          <li>{t('privacy.erase.mentions')}</li>
          <li>{t('privacy.erase.exports')}</li>
          <li>{t('privacy.erase.remains')}</li>
          <li>
            {t('privacy.erase.backups', { count: backups.length })}
            {backups.length > 0 && (
              <span className="block text-ink-muted">
                {days.slice(0, SHOWN).join(' · ')}
                {days.length > SHOWN && ' …'}
              </span>
            )}
          </li>
        </ul>
      </section>
    </div>
  )
}
