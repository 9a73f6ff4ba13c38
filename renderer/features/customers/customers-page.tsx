import { useNavigate } from '@tanstack/react-router'
import { Download, Plus, Upload } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'

import { openView, useListState, useLookups } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, cx, type GridSelection, IconButton, noSelection, PageHeader, SearchField } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { defaultViews } from './default-views.ts'
import { CustomerList } from './list/customer-list.tsx'
import { ListBar } from './list/list-bar.tsx'
import { type CustomerQuery, useCustomerRows } from './list/use-customer-rows.ts'
import { CustomerPanel } from './panel/customer-panel.tsx'

const SILENT_AFTER = 60

/** Milliseconds until the focus that was lost with a button has settled. */
const FOCUS_AFTER = 80

/** All customers, with one of them open beside the list where `id` says which. */
export const CustomersPage = ({ id }: { id?: string | undefined }) => {
  const { t, format } = useI18n()
  const { settings } = useLookups()
  const silentAfter = settings?.silentAfterDays ?? SILENT_AFTER
  const views = useMemo(() => defaultViews(silentAfter), [silentAfter])
  const [state, setState] = useListState('customers', openView('customers', views[0]))
  const [text, setText] = useState('')
  const [selection, setSelection] = useState<GridSelection>(noSelection)
  const { filter, sort, columns } = state
  const query = useMemo<CustomerQuery>(
    () => ({ ...(text.trim() && { text }), filter, ...(sort && { sort }) }),
    [text, filter, sort],
  )
  const rows = useCustomerRows(query, columns)
  const navigate = useNavigate()
  const list = useRef<HTMLDivElement>(null)
  const focusList = () => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  const openFirst = () => {
    const first = rows.idAt(0)
    if (text.trim() && first !== undefined) void navigate({ to: '/customers/$id', params: { id: first } })
  }
  const showAll = () => {
    setText('')
    setState({ filter: [] })
  }
  const look = (next: Parameters<typeof setState>[0]) => {
    if (next.filter) setSelection(noSelection)
    setState(next)
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('customers.title')} detail={rows.known && format.number(rows.count)}>
        <SearchField
          className="w-56"
          label={t('customers.search')}
          value={text}
          onChange={(next) => {
            setText(next)
            setSelection(noSelection)
          }}
          onEnter={openFirst}
          onDown={focusList}
        />
        <IconButton
          icon={Download}
          label={t('customers.export')}
          onPress={() => openDialog({ kind: 'export', noun: 'customers', columns, query })}
        />
        <Button icon={Upload} onPress={() => void navigate({ to: '/import' })}>
          {t('customers.import')}
        </Button>
        <Button variant="primary" icon={Plus} onPress={() => openDialog({ kind: 'newCustomer' })}>
          {t('customers.new')}
        </Button>
      </PageHeader>
      <ListBar
        views={views}
        state={state}
        onState={look}
        query={query}
        total={rows.count}
        selection={selection}
        onClearSelection={() => {
          setSelection(noSelection)
          // The button that was pressed is gone by then, and so is the dialog that may have shown the progress. Whoever
          // types by then goes on typing.
          setTimeout(() => !document.activeElement?.matches('input, textarea') && focusList(), FOCUS_AFTER)
        }}
      />
      <div className="flex min-h-0 flex-1">
        <div
          ref={list}
          className={cx('flex min-h-0 min-w-0 flex-1 flex-col', id !== undefined && 'max-[1080px]:hidden')}
        >
          <CustomerList
            rows={rows}
            columns={columns}
            sort={sort}
            onSort={(next) => setState({ sort: next })}
            selection={selection}
            onSelection={setSelection}
            openId={id}
            filtered={text.trim() !== '' || filter.length > 0}
            onClear={showAll}
          />
        </div>
        {id !== undefined && <CustomerPanel id={id} />}
      </div>
    </div>
  )
}
