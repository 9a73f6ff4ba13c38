import { useNavigate } from '@tanstack/react-router'
import { Archive, Trash2, UserX } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'

import { type Customer, displayName } from '../../../../shared/domain/index.ts'
import { undoMerge, useBook, useLinked, useRecord } from '../../../data/index.ts'
import { CustomerLink, RecordHistory, useArchive, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, cx, EmptyState, Icon, Spinner, Tabs } from '../../../ui/index.ts'
import { Details } from './details.tsx'
import { Files } from './files.tsx'
import { Overview } from './overview.tsx'
import { PanelHeader } from './panel-header.tsx'
import { useLinkedRecords } from './use-customer.ts'
import { useFiles } from './use-files.ts'

const InTrash = ({ customer }: { customer: Customer }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { id, mergedInto } = customer
  const restore = () => book.write({ key: 'restored' }, (draft) => draft.restore('customers', id))
  const bringBack = mergedInto === undefined ? restore : () => undoMerge(book, id)
  return (
    <div className="flex flex-none items-center gap-2 bg-red-soft px-[18px] py-2 text-red">
      <Icon of={Trash2} />
      <span className="flex-1">
        {mergedInto === undefined ? (
          t('customers.inTrash')
        ) : (
          <>
            {t('duplicates.wasMerged')} <CustomerLink id={mergedInto} />
          </>
        )}
      </span>
      <Button small onPress={() => void bringBack().catch(tellError)}>
        {t(mergedInto === undefined ? 'customers.restore' : 'duplicates.undo')}
      </Button>
    </div>
  )
}

const InArchive = ({ customer }: { customer: Customer }) => {
  const { t, format } = useI18n()
  const { archive } = useArchive()
  return (
    <div className="flex flex-none items-center gap-2 bg-grey-soft px-[18px] py-2 text-ink-muted">
      <Icon of={Archive} />
      <span className="flex-1">
        {t('customers.inArchive', { date: format.instant(customer.archivedAt ?? '', 'date') })}
      </span>
      <Button small onPress={() => void archive([customer.id], false)}>
        {t('customers.unarchive')}
      </Button>
    </div>
  )
}

const Loaded = ({ customer, tab, onTab }: { customer: Customer; tab: string; onTab: (tab: string) => void }) => {
  const { t } = useI18n()
  const linked = useLinkedRecords(customer.id)
  const files = useLinked('attachments', 'customerId', customer.id)
  return (
    <>
      {customer.deletedAt !== undefined && <InTrash customer={customer} />}
      {customer.archivedAt !== undefined && customer.deletedAt === undefined && <InArchive customer={customer} />}
      <PanelHeader customer={customer} people={linked?.people.length ?? 0} />
      <Tabs
        label={displayName(customer)}
        selected={tab}
        onSelect={onTab}
        className="flex-1 pt-2"
        items={[
          {
            id: 'overview',
            label: t('customers.tab.overview'),
            content: linked ? <Overview customer={customer} linked={linked} /> : <Spinner />,
          },
          { id: 'details', label: t('customers.tab.details'), content: <Details customer={customer} /> },
          {
            id: 'files',
            label: t('customers.tab.files'),
            ...(files && files.length > 0 && { count: files.length }),
            content: <Files customerId={customer.id} />,
          },
          {
            id: 'history',
            label: t('customers.tab.history'),
            content: (
              <div className="px-[18px] py-2">
                <RecordHistory noun="customers" record={customer} name={displayName(customer)} />
              </div>
            ),
          },
        ]}
      />
    </>
  )
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** One customer beside the list, or in its place where the window is narrow. Files may be dropped anywhere on it. */
export const CustomerPanel = ({ id }: { id: string }) => {
  const { t } = useI18n()
  const navigate = useNavigate()
  const customer = useRecord('customers', id)
  const { attachAll } = useFiles(id)
  const [tab, setTab] = useState('overview')
  const [over, setOver] = useState(false)
  const close = () => void navigate({ to: '/customers' })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  }
  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    if (!hasFiles(event) || event.defaultPrevented) return
    event.preventDefault()
    setTab('files')
    void attachAll([...event.dataTransfer.files])
  }
  return (
    <aside
      aria-label={customer ? displayName(customer) : t('customers.one')}
      onKeyDown={onKeyDown}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        'flex min-h-0 w-[440px] flex-none flex-col border-line border-s bg-surface max-[1080px]:w-full max-[1080px]:border-s-0',
        over && 'shadow-[inset_0_0_0_2px_var(--accent)]',
      )}
    >
      {customer === null && (
        <EmptyState
          icon={UserX}
          title={t('customers.gone')}
          action={<Button onPress={close}>{t('customers.back')}</Button>}
        />
      )}
      {customer && <Loaded key={customer.id} customer={customer} tab={tab} onTab={setTab} />}
    </aside>
  )
}
