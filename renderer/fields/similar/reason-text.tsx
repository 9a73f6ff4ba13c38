import type { MatchReason } from '../../../shared/matching/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { reasonWords } from './reason-words.ts'

const MOST = 4

/** Why two look like one, in words; with `against` also what speaks against it. */
export const Reasons = ({ reasons, against = false }: { reasons: readonly MatchReason[]; against?: boolean }) => {
  const { t, format } = useI18n()
  const found = reasonWords(reasons)
  const text = (words: typeof found.speaking) =>
    format.list(words.slice(0, MOST).map((word) => t(`duplicates.reason.${word}`)))
  return (
    <>
      {text(found.speaking)}
      {against && found.against.length > 0 && (
        <span className="text-ink-faint"> · {t('duplicates.against', { reasons: text(found.against) })}</span>
      )}
    </>
  )
}
