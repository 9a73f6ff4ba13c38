import { CheckCheck, GitMerge } from 'lucide-react'
import { useMemo, useState } from 'react'

import { type OpenConflict, type SettledConflict, settleConflicts, useBook, useConflicts } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState, focusPageIfLost, PageHeader, Spinner } from '../../../ui/index.ts'
import { byRecord } from './by-record.ts'
import { keyOf, RecordItem } from './record-item.tsx'

/** Records shown at first, and at each press more. */
const PAGE = 50

const List = ({
  conflicts,
  heading,
  selected,
  onSelect,
}: {
  conflicts: readonly (OpenConflict | SettledConflict)[]
  heading: 'h2' | 'h3'
  selected: ReadonlySet<string>
  onSelect: (key: string, isSelected: boolean) => void
}) => {
  const { t } = useI18n()
  const [limit, setLimit] = useState(PAGE)
  const records = useMemo(() => byRecord(conflicts), [conflicts])
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {records.slice(0, limit).map((record) => (
          <RecordItem key={record.key} of={record} heading={heading} selected={selected} onSelect={onSelect} />
        ))}
      </ul>
      {records.length > limit && (
        <Button className="my-3" onPress={() => setLimit(limit + PAGE)}>
          {t('settings.showMore')}
        </Button>
      )}
    </>
  )
}

const none: ReadonlySet<string> = new Set()

/** What several people wrote without knowing of each other, to be decided; below it what was. */
export const ConflictsPage = () => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { open, settled } = useConflicts() ?? {}
  const [selected, setSelected] = useState<ReadonlySet<string>>(none)
  const chosen = open?.filter((conflict) => selected.has(keyOf(conflict))) ?? []
  const select = (key: string, isSelected: boolean) =>
    setSelected((before) => {
      const after = new Set(before)
      if (isSelected) after.add(key)
      else after.delete(key)
      return after
    })
  const keep = () => {
    const toKeep = chosen.length > 0 ? chosen : (open ?? [])
    const choices = toKeep.flatMap((conflict) =>
      conflict.versions.filter(({ stands }) => stands).map(({ stamp }) => ({ conflict, chosenStamp: stamp })),
    )
    setSelected(none)
    settleConflicts(book, choices).then(() => requestAnimationFrame(focusPageIfLost), tellError)
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader
        title={t('sync.conflicts')}
        {...(open !== undefined && open.length > 0 && { detail: format.number(open.length) })}
      >
        {open !== undefined && open.length > 0 && (
          <Button icon={CheckCheck} onPress={keep}>
            {chosen.length > 0 ? t('sync.conflicts.keepSome', { count: chosen.length }) : t('sync.conflicts.keepAll')}
          </Button>
        )}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-auto border-line border-t px-4.5 pb-6">
        {open === undefined && <Spinner />}
        <div className="max-w-[860px]">
          {open !== undefined && open.length > 0 && (
            <>
              <p className="py-3 text-ink-muted">{t('sync.conflicts.help')}</p>
              <List conflicts={open} heading="h2" selected={selected} onSelect={select} />
            </>
          )}
          {open?.length === 0 && (
            <div className={settled && settled.length > 0 ? '' : 'h-[60vh]'}>
              <EmptyState icon={GitMerge} title={t('sync.conflicts.none')}>
                {t('sync.conflicts.noneHelp')}
              </EmptyState>
            </div>
          )}
          {settled !== undefined && settled.length > 0 && (
            <section aria-label={t('sync.conflicts.settled')} className="mt-6">
              <h2 className="font-semibold">{t('sync.conflicts.settled')}</h2>
              <List conflicts={settled} heading="h3" selected={none} onSelect={() => {}} />
            </section>
          )}
        </div>
      </div>
    </div>
  )
}
