import { Check, X } from 'lucide-react'

import { type Filter, type FilterNode, isCondition, type NounName } from '../../../../shared/domain/index.ts'
import { cellText, type FilterWords, measuredText, nodeText, readReach } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import type { Verdict } from '../../../read-model/api.ts'
import { cx, Icon } from '../../../ui/index.ts'

type Props = {
  words: FilterWords
  noun: NounName
  filter: Filter
  verdicts: readonly Verdict[]
  /** The conditions of each segment, by its id. */
  filters: ReadonlyMap<string, Filter>
}

/** What a part is made of, where its verdict tells of each. */
const partsOf = (node: FilterNode, filters: Props['filters']): Filter => {
  if (isCondition(node) || node.op === 'related') return []
  return 'of' in node ? node.of : (filters.get(node.segment) ?? [])
}

const Found = ({
  words,
  noun,
  node,
  verdict,
}: Pick<Props, 'words' | 'noun'> & { node: FilterNode; verdict: Verdict }) => {
  const { t } = useI18n()
  const { value } = verdict
  if (value === undefined) return null
  const text = isCondition(node)
    ? cellText(words, noun, node.column, value)
    : node.op === 'related'
      ? measuredText(words, node, value)
      : ''
  return (
    <span className="text-ink-muted">
      {text === '' ? t('segments.test.noValue') : t('segments.test.value', { value: text })}
    </span>
  )
}

/** Each part of a filter with a tick or a cross, and what was found; groups and segments with what they are made of. */
export const VerdictTree = ({ words, noun, filter, verdicts, filters }: Props) => {
  const { t } = useI18n()
  return (
    <ul className="flex flex-col gap-1.5">
      {filter.map((node, index) => {
        const verdict = verdicts[index]
        if (!verdict) return null
        const { fits, of = [], broken } = verdict
        const { column, text } = nodeText(words, noun, node)
        const parts = partsOf(node, filters)
        const isOpen = of.length > 0 && of.length === parts.length && readReach(node) === undefined
        return (
          <li key={`${node.op}-${index.toString()}`}>
            <span className="flex items-baseline gap-2">
              <span className={cx('translate-y-[3px]', fits ? 'text-green' : 'text-red')}>
                <Icon of={fits ? Check : X} size={15} />
                <span className="sr-only">{t(fits ? 'segments.test.fits' : 'segments.test.fails')}</span>
              </span>
              <span className="min-w-0">
                <span className="font-[560]">{column}</span> {!('of' in node && isOpen) && <bdi>{text}</bdi>}{' '}
                <Found words={words} noun={noun} node={node} verdict={verdict} />
                {broken === 'cycle' && <span className="text-red"> {t('segments.cycle')}</span>}
              </span>
            </span>
            {isOpen && (
              <div className="ms-6 mt-1.5 border-line border-s ps-3">
                <VerdictTree words={words} noun={noun} filter={parts} verdicts={of} filters={filters} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
