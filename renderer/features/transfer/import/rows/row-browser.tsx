import { useEffect, useMemo, useState } from 'react'

import type { NounName } from '../../../../../shared/domain/index.ts'
import { useCatalog } from '../../../../fields/index.ts'
import { isolate, useI18n } from '../../../../i18n/index.ts'
import { Badge, DataGrid, type GridColumn } from '../../../../ui/index.ts'
import type { RowSet, RowView } from '../../../../workers/import-protocol.ts'
import type { WizardActions } from '../wizard-actions.ts'
import { problemText } from './problem-text.ts'
import { RowDetails } from './row-details.tsx'
import { useRows } from './use-rows.ts'

const tones = { created: 'good', updated: 'info', unchanged: 'neutral', skipped: 'warn', failed: 'bad' } as const

const useColumns = (noun: NounName): readonly GridColumn<RowView>[] => {
  const i18n = useI18n()
  const catalog = useCatalog()
  return useMemo(() => {
    const { t, format } = i18n
    const why = ({ problems, duplicates }: RowView): string =>
      [
        ...problems.map((problem) => problemText(noun, problem, i18n, catalog)),
        ...duplicates.map(({ name, probability }) =>
          t('transfer.likely', { name: isolate(name), share: format.percent(probability) }),
        ),
      ].join(' · ')
    return [
      {
        id: 'number',
        header: t('transfer.row'),
        width: 72,
        align: 'end',
        cell: ({ number }) => format.number(number, { useGrouping: false }),
      },
      { id: 'name', header: t('transfer.record'), width: 150, grow: 2, cell: ({ name }) => <bdi>{name}</bdi> },
      {
        id: 'outcome',
        header: t('transfer.outcome'),
        width: 118,
        cell: ({ outcome }) => <Badge tone={tones[outcome]}>{t(`transfer.outcome.${outcome}`)}</Badge>,
      },
      {
        id: 'why',
        header: t('transfer.reason'),
        width: 190,
        grow: 3,
        // Cut between words: within one, an address in a Persian line would lose its beginning.
        cell: (row) => <span className="line-clamp-1 whitespace-normal">{why(row)}</span>,
      },
    ]
  }, [i18n, catalog, noun])
}

/** The rows of a set, and beside them what becomes of the one that is looked at. */
export const RowBrowser = ({
  noun,
  set,
  of,
  actions,
}: {
  noun: NounName
  set: RowSet
  /** The report they belong to. */
  of: object
  actions: WizardActions
}) => {
  const { t } = useI18n()
  const rows = useRows(set, of, actions)
  const columns = useColumns(noun)
  const [chosen, setChosen] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => setChosen(0), [set, of])
  const count = rows.count ?? 0
  const shown = rows.at(Math.min(chosen, count - 1))
  return (
    <div className="grid h-[460px] grid-cols-[minmax(0,1fr)_340px] overflow-hidden rounded-lg border border-line @max-[860px]:h-[640px] @max-[860px]:grid-cols-[minmax(0,1fr)] @max-[860px]:grid-rows-[1fr_1fr]">
      <div className="flex min-h-0 min-w-0 flex-col">
        <DataGrid
          label={t('transfer.rowList')}
          columns={columns}
          count={count}
          rowAt={rows.at}
          idAt={(index) => rows.at(index)?.row.toString()}
          onRange={rows.want}
          listKey={set}
          currentId={shown?.row.toString()}
          onOpen={(_, index) => setChosen(index)}
          onMove={(_, index) => setChosen(index)}
        />
        {rows.count === 0 && <p className="p-4 text-center text-ink-muted">{t('transfer.noRows')}</p>}
      </div>
      <RowDetails
        noun={noun}
        row={shown}
        at={Math.min(chosen, count - 1)}
        count={count}
        onMove={(at) => {
          rows.want({ start: at, end: at + 1 })
          setChosen(at)
        }}
      />
    </div>
  )
}
