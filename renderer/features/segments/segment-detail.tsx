import { useState } from 'react'

import type { Filter, Segment } from '../../../shared/domain/index.ts'
import { useAll } from '../../data/index.ts'
import {
  dependsOn,
  EditedSegmentProvider,
  FilterTree,
  madeOf,
  usable,
  useSegmentWrites,
  useTellError,
} from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect } from '../../read-model/hooks.ts'
import { Badge, Button, Card } from '../../ui/index.ts'
import { TestRecord } from './explain/test-record.tsx'
import { FirstRows } from './first-rows.tsx'
import { SegmentActions } from './segment-actions.tsx'

/** Whether a segment comes back to itself by the segments it is made of. */
const useCycle = (segment: Segment): boolean => {
  const all = useAll('segments') ?? []
  return madeOf(segment).some((id) => dependsOn(all, id, segment.id))
}

/** One segment: its conditions, who is in it, and whether someone fits. What is changed counts at once and is kept when saved. */
export const SegmentDetail = ({
  segment,
  uses,
  onOpen,
}: {
  segment: Segment
  uses: number
  onOpen: (id: string) => void
}) => {
  const { t, tx } = useI18n()
  const tellError = useTellError()
  const { save } = useSegmentWrites()
  const [draft, setDraft] = useState<Filter>()
  const isCycle = useCycle(segment)
  const { noun, name, kind, filter: saved = [] } = segment
  const edited = draft ?? saved
  const filter: Filter = kind === 'live' && draft ? usable(draft) : [{ op: 'in', segment: segment.id }]
  const { ids, count, loading } = useSelect({ noun, filter, offset: 0, limit: 10 })
  const isChanged = draft !== undefined && JSON.stringify(usable(draft)) !== JSON.stringify(saved)
  const keep = () =>
    save(segment, { filter: usable(edited) })
      .then(() => setDraft(undefined))
      .catch(tellError)
  return (
    <div className="min-w-0 flex-1 overflow-auto">
      <div className="flex max-w-[860px] flex-col gap-4 p-5">
        <header className="flex flex-wrap items-center gap-2.5">
          <h2 className="min-w-0 truncate font-[640] text-lg">
            <bdi>{name}</bdi>
          </h2>
          <Badge tone={kind === 'live' ? 'info' : 'neutral'}>{t(`segments.kind.${kind}`)}</Badge>
          <span role="status" className={loading ? 'text-ink-faint' : 'font-[560]'}>
            {tx(`noun.${noun}`, '', { count })}
          </span>
          <SegmentActions segment={segment} uses={uses} filter={filter} onOpen={onOpen} />
        </header>
        {isCycle && <p className="text-red">{t('segments.cycle')}</p>}
        <Card
          title={t(kind === 'live' ? 'segments.conditions' : 'segments.madeBy')}
          aside={
            isChanged && (
              <span className="flex items-center gap-2">
                {t('segments.unsaved')}
                <Button small variant="quiet" onPress={() => setDraft(undefined)}>
                  {t('segments.discard')}
                </Button>
                <Button small variant="primary" onPress={() => void keep()}>
                  {t('segments.save')}
                </Button>
              </span>
            )
          }
        >
          {kind === 'live' && edited.length === 0 && <p className="mb-1.5 text-ink-muted">{t('segments.everyone')}</p>}
          <EditedSegmentProvider value={segment.id}>
            <FilterTree noun={noun} filter={edited} onChange={setDraft} />
          </EditedSegmentProvider>
        </Card>
        <FirstRows segment={segment} ids={ids} count={count} loading={loading} />
        <TestRecord segment={segment} filter={usable(edited)} />
      </div>
    </div>
  )
}
