import {
  AddCondition,
  ColumnChooser,
  FilterChips,
  type ListState,
  SaveAsSegment,
  SavedViews,
  SegmentMenu,
} from '../../../fields/index.ts'
import { type GridSelection, selectedCount } from '../../../ui/index.ts'
import type { defaultViews } from '../default-views.ts'
import { BulkBar } from './bulk-bar.tsx'
import type { CustomerQuery } from './use-customer-rows.ts'

/** Under the page's header: the views and filters, or what can be done with what is selected. */
export const ListBar = ({
  views,
  state,
  onState,
  query,
  total,
  selection,
  onClearSelection,
}: {
  views: ReturnType<typeof defaultViews>
  state: ListState
  onState: (next: Partial<ListState>) => void
  query: CustomerQuery
  total: number
  selection: GridSelection
  onClearSelection: () => void
}) => {
  const selecting = selectedCount(selection, total) > 0
  const { filter, columns } = state
  return (
    <div className="flex flex-none flex-col gap-2 border-line border-b px-3.5 pb-2">
      <div className="flex min-h-[28px] items-center gap-2">
        {selecting ? (
          <BulkBar query={query} columns={columns} selection={selection} total={total} onClear={onClearSelection} />
        ) : (
          <>
            <SavedViews noun="customers" builtIn={views} state={state} onState={onState} />
            <div className="ms-auto flex flex-none items-center gap-1">
              <SegmentMenu noun="customers" filter={filter} onChange={(next) => onState({ filter: next })} />
              <AddCondition noun="customers" filter={filter} onChange={(next) => onState({ filter: next })} />
              <ColumnChooser noun="customers" columns={columns} onChange={(next) => onState({ columns: next })} />
            </div>
          </>
        )}
      </div>
      <FilterChips noun="customers" filter={filter} onChange={(next) => onState({ filter: next })}>
        <SaveAsSegment noun="customers" filter={filter} {...(query.text !== undefined && { text: query.text })} />
      </FilterChips>
    </div>
  )
}
