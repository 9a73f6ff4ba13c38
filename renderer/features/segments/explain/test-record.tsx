import { Check, X } from 'lucide-react'
import { useMemo, useState } from 'react'

import {
  displayName,
  type Filter,
  type FilterNode,
  isCondition,
  type NounName,
  type Segment,
} from '../../../../shared/domain/index.ts'
import { useAll, useRecord } from '../../../data/index.ts'
import { useFilterWords } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import type { Verdict } from '../../../read-model/api.ts'
import { useExplain } from '../../../read-model/hooks.ts'
import { Card, Icon } from '../../../ui/index.ts'
import { RecordPicker } from '../record-picker.tsx'
import { VerdictTree } from './verdict-tree.tsx'

/** The conditions that were judged with what was found, so that the names of what is found are looked up too. */
const withFound = (filter: Filter, verdicts: readonly Verdict[]): FilterNode[] =>
  filter.flatMap((node, index): FilterNode[] => {
    const value = verdicts[index]?.value
    if (!isCondition(node)) return [node]
    return [node, ...(typeof value === 'string' ? [{ column: node.column, op: 'is' as const, values: [value] }] : [])]
  })

const NO_VERDICTS: readonly Verdict[] = []

const Outcome = ({ fits, name, isArchived }: { fits: boolean; name: string; isArchived: boolean }) => {
  const { t } = useI18n()
  return (
    <p role="status" className={fits ? 'flex items-center gap-2 text-green' : 'flex items-center gap-2 text-red'}>
      <Icon of={fits ? Check : X} />
      <span className="font-[560]">{t(fits ? 'segments.test.in' : 'segments.test.out', { name })}</span>
      {isArchived && <span className="text-ink-muted">{t('segments.test.archived')}</span>}
    </p>
  )
}

const useTested = (noun: NounName, id: string | undefined) => {
  const customer = useRecord('customers', noun === 'customers' ? id : undefined)
  const deal = useRecord('deals', noun === 'deals' ? id : undefined)
  if (customer) return { name: displayName(customer), isArchived: customer.archivedAt !== undefined }
  return deal ? { name: deal.title, isArchived: false } : undefined
}

/** Tests one record against a segment: which condition fits, which fails, and what was found. */
export const TestRecord = ({ segment, filter }: { segment: Segment; filter: Filter }) => {
  const { t } = useI18n()
  const { noun, kind, members = {} } = segment
  const [id, setId] = useState<string>()
  const tested = useTested(noun, id)
  const { data: verdicts = NO_VERDICTS } = useExplain(noun, id, filter)
  const segments = useAll('segments')
  const filters = useMemo(() => new Map((segments ?? []).map((one) => [one.id, one.filter ?? []])), [segments])
  const words = useFilterWords(
    noun,
    useMemo(() => withFound(filter, verdicts), [filter, verdicts]),
  )
  const isMember = id !== undefined && members[id] === true
  const fits = kind === 'fixed' ? isMember : verdicts.every((verdict) => verdict.fits)
  const judged = verdicts.length === filter.length
  return (
    <Card title={t('segments.test')}>
      <p className="mb-2 text-ink-muted">{t('segments.test.hint')}</p>
      <RecordPicker
        className="max-w-80"
        noun={noun}
        label={t(noun === 'deals' ? 'segments.test.deals' : 'segments.test.customers')}
        value={id}
        onChange={setId}
      />
      {tested && judged && (
        <div className="mt-3 flex flex-col gap-2">
          <Outcome fits={fits} {...tested} />
          {kind === 'fixed' && (
            <p className="text-ink-muted">{t(isMember ? 'segments.test.member' : 'segments.test.notMember')}</p>
          )}
          <VerdictTree words={words} noun={noun} filter={filter} verdicts={verdicts} filters={filters} />
        </div>
      )}
    </Card>
  )
}
