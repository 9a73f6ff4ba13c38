import { Download, Handshake } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'

import { type Column, type Deal, displayName } from '../../../../shared/domain/index.ts'
import { useRecords } from '../../../data/index.ts'
import {
  type BuiltInView,
  ColumnChooser,
  columnValue,
  FilterEditor,
  openView,
  SaveAsSegment,
  SavedViews,
  SegmentMenu,
  useCatalog,
  useCell,
  useColumnLabel,
  useColumnWidths,
  useListState,
} from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useReadModel, useSelect, useValues } from '../../../read-model/hooks.ts'
import {
  DataGrid,
  EmptyState,
  type GridColumn,
  type GridSelection,
  IconButton,
  noSelection,
  type RowRange,
  selectedCount,
} from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { SelectionBar } from './selection-bar.tsx'

const builtIn: readonly [BuiltInView, ...BuiltInView[]] = [
  {
    id: 'open',
    nameKey: 'deals.views.open',
    filter: [{ column: 'status', op: 'is', values: ['open'] }],
    sort: { column: 'expectedClose', descending: false },
  },
  {
    id: 'won',
    nameKey: 'deals.views.won',
    filter: [{ column: 'status', op: 'is', values: ['won'] }],
    sort: { column: 'closedAt', descending: true },
    columns: ['title', 'customerId', 'value', 'closedAt', 'owner'],
  },
  {
    id: 'lost',
    nameKey: 'deals.views.lost',
    filter: [{ column: 'status', op: 'is', values: ['lost'] }],
    sort: { column: 'closedAt', descending: true },
    columns: ['title', 'customerId', 'value', 'lostReason', 'closedAt'],
  },
  { id: 'all', nameKey: 'deals.views.all', filter: [] },
  {
    id: 'missing',
    nameKey: 'deals.views.missing',
    filter: [{ column: 'missing', op: 'range', from: 1 }],
    sort: { column: 'missing', descending: true },
    columns: ['title', 'missing', 'customerId', 'stageId', 'owner'],
  },
]

const LIST = 'deals'
const PAGE = 200
const DEFAULT_WIDTH = 130
const widths: Readonly<Record<string, number>> = { title: 220, customerId: 180, companyId: 180, value: 110 }
const numeric = new Set(['money', 'number', 'percent'])

/** The page of ids that covers what is in sight, with room above and below, so that scrolling asks seldom. */
const useVisiblePage = () => {
  const [start, setStart] = useState(0)
  const onRange = useCallback((range: RowRange) => {
    setStart(Math.max(0, Math.floor(range.start / (PAGE / 2)) * (PAGE / 2) - PAGE / 2))
  }, [])
  return { offset: start, limit: PAGE * 2, onRange }
}

/** All deals as a list: filter, order, columns and saved views. */
export const DealsList = ({
  text,
  currentId,
  onOpen,
}: {
  text: string
  currentId: string | undefined
  onOpen: (id: string) => void
}) => {
  const { t, format } = useI18n()
  const readModel = useReadModel()
  const label = useColumnLabel('deals')
  const catalog = useCatalog()
  const [state, setState] = useListState(LIST, openView('deals', builtIn[0]))
  const [dragged, setWidth] = useColumnWidths(LIST)
  const [selection, setSelection] = useState<GridSelection>(noSelection)
  const { offset, limit, onRange } = useVisiblePage()
  const query = { text, filter: state.filter, ...(state.sort && { sort: state.sort }) }
  const question = { noun: 'deals', ...query } as const
  const { ids, count, loading } = useSelect({ ...question, offset, limit })
  const rows = useRecords('deals', ids)
  const columns = useMemo(() => {
    const known = new Map(catalog.columns('deals').map((column) => [column.key, column]))
    return state.columns.flatMap((key): Column[] => {
      const column = known.get(key)
      return column ? [column] : []
    })
  }, [state.columns, catalog])
  const rolledUp = useMemo(() => columns.filter(({ key }) => key === 'lastContact').map(({ key }) => key), [columns])
  const values = useValues('deals', ids, rolledUp)
  const customers = useRecords(
    'customers',
    [...new Set([...rows.values()].flatMap(({ customerId, companyId }) => [customerId, companyId]))].filter(
      (id) => id !== undefined,
    ),
  )
  const names = useMemo(() => new Map([...customers].map(([id, customer]) => [id, displayName(customer)])), [customers])
  const cell = useCell('deals', names)
  const gridColumns: GridColumn<Deal>[] = columns.map((column) => ({
    id: column.key,
    header: label(column.key),
    width: dragged[column.key] ?? widths[column.key] ?? DEFAULT_WIDTH,
    ...(column.key === 'title' && dragged[column.key] === undefined && { grow: 2 }),
    ...(numeric.has(column.type) && { align: 'end' as const }),
    sortable: column.type !== 'longText',
    cell: (deal) =>
      cell(
        column,
        rolledUp.includes(column.key)
          ? values.get(deal.id)?.[rolledUp.indexOf(column.key)]
          : columnValue('deals', column, deal),
        deal,
      ),
  }))
  const selectedIds = async (): Promise<string[]> => {
    if (selection.mode === 'some') return [...selection.ids]
    const all = await readModel.select({ ...question, offset: 0, limit: count })
    return all.ids.filter((id) => !selection.ids.has(id))
  }
  const chosen = selectedCount(selection, count)

  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex flex-none flex-wrap items-center gap-1.5 border-line border-b px-[18px] py-2">
        <SavedViews noun="deals" builtIn={builtIn} state={state} onState={setState} />
        <span className="mx-1 h-4 w-px bg-line" />
        <FilterEditor noun="deals" filter={state.filter} onChange={(filter) => setState({ filter })}>
          <SaveAsSegment noun="deals" filter={state.filter} text={text} />
        </FilterEditor>
        <SegmentMenu noun="deals" filter={state.filter} onChange={(filter) => setState({ filter })} />
        <span className="ms-auto text-ink-faint text-sm">{t('deals.count', { count })}</span>
        <IconButton
          small
          icon={Download}
          label={t('deals.export')}
          onPress={() => openDialog({ kind: 'export', noun: 'deals', columns: state.columns, query })}
        />
        <ColumnChooser noun="deals" columns={state.columns} onChange={(next) => setState({ columns: next })} />
      </div>
      {chosen > 0 && (
        <SelectionBar
          label={t('ui.selected', { count: chosen })}
          selectedIds={selectedIds}
          onExport={(chosenIds) =>
            openDialog({ kind: 'export', noun: 'deals', ids: chosenIds, columns: state.columns })
          }
          onDone={() => setSelection(noSelection)}
        />
      )}
      {count === 0 && !loading ? (
        <EmptyState
          icon={Handshake}
          title={text || state.filter.length > 0 ? t('deals.empty.filtered') : t('deals.empty.title')}
        />
      ) : (
        <DataGrid
          label={t('deals.listLabel', { count: format.number(count) })}
          columns={gridColumns}
          count={count}
          rowAt={(index) => rows.get(ids[index - offset] ?? '')}
          idAt={(index) => ids[index - offset]}
          onRange={onRange}
          listKey={JSON.stringify(question)}
          {...(state.sort && { sort: state.sort })}
          onSort={(sort) => setState({ sort })}
          selection={selection}
          onSelection={setSelection}
          idsBetween={async ({ start, end }) =>
            (await readModel.select({ ...question, offset: start, limit: end - start })).ids
          }
          currentId={currentId}
          onOpen={onOpen}
          onResize={setWidth}
        />
      )}
    </div>
  )
}
