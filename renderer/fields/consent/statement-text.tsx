import type { Consent } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'

/** When, on what basis, how, with what proof. */
export const StatementText = ({ statement }: { statement: Consent }) => {
  const { t, format } = useI18n()
  const { at, basis, how, evidence, state } = statement
  const first = [format.instant(at, 'dateTime'), state === 'given' && t(`privacy.basis.${basis}`)].filter(Boolean)
  return (
    <p className="text-ink-muted text-sm">
      {first.join(' · ')}
      {how !== undefined && (
        <span className="block">
          <bdi>{how}</bdi>
        </span>
      )}
      {evidence !== undefined && (
        <span className="block">
          {t('privacy.evidence')}: <bdi>{evidence}</bdi>
        </span>
      )}
    </p>
  )
}
