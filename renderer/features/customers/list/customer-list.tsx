import { useNavigate } from '@tanstack/react-router'
import { SearchX, Users } from 'lucide-react'
import { useCallback, useMemo, useRef } from 'react'

import { useColumnWidths } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, DataGrid, EmptyState, ErrorState, type GridSelection, type GridSort } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { fittingColumns, useListColumns } from './list-columns.tsx'
import type { useCustomerRows } from './use-customer-rows.ts'
import { useWidth } from './use-width.ts'

const LIST = 'customers'
/** The checkboxes and the line's own padding. */
const BESIDE_COLUMNS = 48

const NoCustomers = ({ filtered, onClear }: { filtered: boolean; onClear: () => void }) => {
  const { t } = useI18n()
  const navigate = useNavigate()
  if (filtered)
    return (
      <EmptyState
        icon={SearchX}
        title={t('customers.nothingFits')}
        action={<Button onPress={onClear}>{t('customers.showAll')}</Button>}
      >
        {t('customers.nothingFitsHint')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={Users}
      title={t('customers.empty')}
      action={
        <>
          <Button variant="primary" onPress={() => openDialog({ kind: 'newCustomer' })}>
            {t('customers.new')}
          </Button>
          <Button onPress={() => void navigate({ to: '/import' })}>{t('customers.import')}</Button>
        </>
      }
    >
      {t('customers.emptyHint')}
    </EmptyState>
  )
}

/** The rows of the list. With a record open beside it, only the columns that fit are shown. */
export const CustomerList = ({
  rows,
  columns,
  sort,
  onSort,
  selection,
  onSelection,
  openId,
  filtered,
  onClear,
}: {
  rows: ReturnType<typeof useCustomerRows>
  columns: readonly string[]
  sort: GridSort | undefined
  onSort: (sort: GridSort) => void
  selection: GridSelection
  onSelection: (selection: GridSelection) => void
  openId: string | undefined
  /** Whether a search or a filter holds. */
  filtered: boolean
  onClear: () => void
}) => {
  const { t, tx } = useI18n()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [widths, setWidth] = useColumnWidths(LIST)
  const all = useListColumns(columns, rows.names, widths)
  const beside = openId !== undefined
  const shown = useMemo(() => (beside ? fittingColumns(all, width - BESIDE_COLUMNS) : all), [all, beside, width])
  const open = useCallback(
    (id: string, replace: boolean) => void navigate({ to: '/customers/$id', params: { id }, replace }),
    [navigate],
  )
  if (rows.error) return <ErrorState message={tx('error.internal', rows.error.message)} />
  if (rows.known && rows.count === 0) return <NoCustomers filtered={filtered} onClear={onClear} />
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <DataGrid
        label={t('customers.title')}
        columns={shown}
        count={rows.count}
        rowAt={rows.rowAt}
        idAt={rows.idAt}
        onRange={rows.onRange}
        idsBetween={rows.idsBetween}
        listKey={rows.listKey}
        {...(sort && { sort })}
        onSort={onSort}
        selection={selection}
        onSelection={onSelection}
        currentId={openId}
        onOpen={(id) => open(id, beside)}
        {...(beside && { onMove: (id: string) => open(id, true) })}
        onResize={setWidth}
      />
    </div>
  )
}
