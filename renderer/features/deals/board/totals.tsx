import type { DealTotal } from '../../../../shared/domain/deal/totals.ts'
import { useI18n } from '../../../i18n/index.ts'

/** More currencies than this are told in a tooltip. */
const MOST_LINES = 3

/** How many lines the totals of a column take; all columns of a board take as many, so that their cards align. */
export const totalLines = (totals: readonly DealTotal[]): number => Math.min(MOST_LINES, Math.max(1, totals.length))

const LINE = 17.4
/** Longer amounts are shown in short, so that the line is not cut. */
const LONGEST_AMOUNT = 12

/** One line for each currency: the value and, where asked, what it weighs. */
export const Totals = ({
  totals,
  weighted,
  lines,
}: {
  totals: readonly DealTotal[]
  weighted: boolean
  /** The height to take, in lines. */
  lines: number
}) => {
  const { t, format } = useI18n()
  const amount = (minor: number, currency: string) => {
    const full = format.money(minor, currency, 'rounded')
    return full.length > LONGEST_AMOUNT ? format.money(minor, currency, 'compact') : full
  }
  const texts = totals.map(({ currency, value, weighted: weight }) => {
    const money = amount(value, currency)
    return weighted ? t('deals.board.totals', { value: money, weighted: amount(weight, currency) }) : money
  })
  const rest = texts.length > MOST_LINES ? texts.slice(MOST_LINES - 1) : []
  return (
    <p className="text-ink-faint text-sm" style={{ minHeight: lines * LINE }}>
      {texts.slice(0, texts.length - rest.length).map((text) => (
        <span key={text} className="block truncate" title={text}>
          {text}
        </span>
      ))}
      {rest.length > 0 && (
        <span className="block truncate" title={rest.join('\n')}>
          {t('deals.board.moreCurrencies', { count: rest.length })}
        </span>
      )}
    </p>
  )
}
