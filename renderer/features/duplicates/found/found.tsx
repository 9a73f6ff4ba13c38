import { ListChecks, ScanSearch, SearchX, Square } from 'lucide-react'
import { useMemo, useState } from 'react'

import { groupPairs } from '../../../../shared/merging/index.ts'
import { useAll } from '../../../data/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState, ErrorState, ProgressBar, Segmented } from '../../../ui/index.ts'
import { type Strength, strengthOf, strengths } from '../strength.ts'
import { ExactDialog } from './exact-dialog.tsx'
import { GroupList } from './group-list.tsx'
import { useExactGroups } from './use-exact-groups.ts'
import type { Scan } from './use-scan.ts'

const Scanning = ({ progress, onStop }: { progress: { done: number; total: number }; onStop: () => void }) => {
  const { t } = useI18n()
  const { done, total } = progress
  return (
    <div className="mx-auto flex max-w-[460px] flex-col gap-4 px-6 py-14">
      <ProgressBar
        label={t(total === 0 ? 'duplicates.reading' : 'duplicates.comparing', { count: total === 0 ? done : total })}
        {...(total > 0 && { value: done, max: total })}
      />
      <Button icon={Square} className="self-center" onPress={onStop}>
        {t('duplicates.stop')}
      </Button>
    </div>
  )
}

type Show = Strength | 'all'
const shows = ['all', ...strengths] as const

const FoundGroups = ({ pairs }: Pick<Extract<Scan, { state: 'done' }>, 'pairs'>) => {
  const { t, format } = useI18n()
  const notSame = useAll('notSame')
  const [show, setShow] = useState<Show>('all')
  const [merging, setMerging] = useState(false)
  const groups = useMemo(
    () => (notSame ? groupPairs(pairs, new Set(notSame.map(({ id }) => id))) : undefined),
    [pairs, notSame],
  )
  const exact = useExactGroups(groups ?? NONE)
  if (!groups) return null
  if (groups.length === 0)
    return (
      <EmptyState icon={SearchX} title={t('duplicates.none')}>
        {t('duplicates.noneHelp')}
      </EmptyState>
    )
  const of = (strength: Show) =>
    strength === 'all' ? groups : groups.filter(({ probability }) => strengthOf(probability) === strength)
  return (
    <>
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-3 border-line border-b bg-surface px-4 py-2">
        <p role="status" className="font-[560]">
          {t('duplicates.groups', { count: groups.length })}
        </p>
        <Segmented<Show>
          label={t('duplicates.strength')}
          options={shows.map((id) => ({
            id,
            label: `${t(`duplicates.strength.${id}`)} ${format.number(of(id).length)}`,
          }))}
          value={show}
          onChange={setShow}
        />
        {exact.length > 0 && (
          <Button small icon={ListChecks} className="ms-auto" onPress={() => setMerging(true)}>
            {t('duplicates.mergeExact', { count: exact.length })}
          </Button>
        )}
      </div>
      <GroupList key={show} groups={of(show)} />
      {merging && <ExactDialog groups={exact} onClose={() => setMerging(false)} />}
    </>
  )
}

const NONE: readonly never[] = []

/** What the scan found, or how far it is. */
export const Found = ({ scan, onAgain, onStop }: { scan: Scan; onAgain: () => void; onStop: () => void }) => {
  const i18n = useI18n()
  const { t } = i18n
  switch (scan.state) {
    case 'scanning':
      return <Scanning progress={scan.progress} onStop={onStop} />
    case 'stopped':
      return (
        <EmptyState
          icon={ScanSearch}
          title={t('duplicates.stopped')}
          action={<Button onPress={onAgain}>{t('duplicates.again')}</Button>}
        />
      )
    case 'failed':
      return <ErrorState message={errorText(i18n, scan.error)} onRetry={onAgain} />
    case 'done':
      return <FoundGroups pairs={scan.pairs} />
  }
}
