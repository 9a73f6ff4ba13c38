import { Activity, CalendarPlus, MessageSquarePlus, SearchX } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'

import { useToday } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, EmptyState, PageHeader, SearchField, Spinner } from '../../ui/index.ts'
import { openDialog, resetActivityView, useActivityView, wholeActivity } from '../../view-state/index.ts'
import { ActivityList } from './activity-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import { daysOf, sourcesOf } from './sources.ts'
import { useDays } from './use-activity.ts'

const NothingHere = ({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) => {
  const { t } = useI18n()
  if (narrowed)
    return (
      <EmptyState
        icon={SearchX}
        title={t('activity.nothingFits')}
        action={<Button onPress={onClear}>{t('activity.clear')}</Button>}
      />
    )
  return (
    <EmptyState
      icon={Activity}
      title={t('activity.empty')}
      action={
        <Button variant="primary" onPress={() => openDialog({ kind: 'logInteraction' })}>
          {t('activity.log')}
        </Button>
      }
    >
      {t('activity.emptyHint')}
    </EmptyState>
  )
}

/** Everything that happened and is to be done, by day. */
export const ActivityPage = () => {
  const { t, format, locale } = useI18n()
  const today = useToday()
  const view = useActivityView()
  const [text, setText] = useState('')
  const list = useRef<{ toToday: () => void }>(null)
  const sources = useMemo(() => sourcesOf(view, text, daysOf(view, today, locale)), [view, text, today, locale])
  const blocks = useDays(sources)
  const count = blocks?.reduce((sum, block) => sum + block.count, 0)
  const viewNarrowed = (Object.keys(view) as (keyof typeof view)[]).some(
    (key) => view[key] !== undefined && view[key] !== wholeActivity[key],
  )
  const narrowed = viewNarrowed || text.trim() !== ''
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('activity.title')} detail={count !== undefined && format.number(count)}>
        <SearchField className="w-52" label={t('activity.search')} value={text} onChange={setText} />
        <Button variant="quiet" onPress={() => list.current?.toToday()}>
          {t('activity.toToday')}
        </Button>
        <Button icon={CalendarPlus} onPress={() => openDialog({ kind: 'newTask' })}>
          {t('activity.newTask')}
        </Button>
        <Button variant="primary" icon={MessageSquarePlus} onPress={() => openDialog({ kind: 'logInteraction' })}>
          {t('activity.log')}
        </Button>
      </PageHeader>
      <FilterBar view={view} narrowed={viewNarrowed} />
      {blocks === undefined ? (
        <div className="grid flex-1 place-items-center">
          <Spinner />
        </div>
      ) : count === 0 ? (
        <NothingHere
          narrowed={narrowed}
          onClear={() => {
            setText('')
            resetActivityView()
          }}
        />
      ) : (
        <ActivityList ref={list} sources={sources} blocks={blocks} today={today} listKey={JSON.stringify(sources)} />
      )}
    </div>
  )
}
