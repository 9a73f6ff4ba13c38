import { useNavigate } from '@tanstack/react-router'
import {
  Archive,
  ArchiveRestore,
  CopyCheck,
  EllipsisVertical,
  Eraser,
  FileUser,
  HandCoins,
  PencilLine,
  Trash2,
  UserPlus,
  X,
} from 'lucide-react'
import { useState } from 'react'

import { type Customer, displayName, initials } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { CompletenessMark, CustomerLink, useArchive, useLabels } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Avatar, IconButton, Menu } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { EditCustomerDialog } from '../dialogs/edit-customer-dialog.tsx'
import { ReachButtons } from './reach-buttons.tsx'
import { StatusMenu } from './status-menu.tsx'

/** The line under the name: what they do, where, how many they are. */
const About = ({ customer, people }: { customer: Customer; people: number }) => {
  const { t } = useI18n()
  const { item } = useLabels()
  const { companyId, companyName, role, industry, kind } = customer
  const employer = companyId ? <CustomerLink id={companyId} /> : kind === 'person' && companyName
  const parts = [
    role && <bdi key="role">{role}</bdi>,
    employer && <span key="company">{employer}</span>,
    industry && <span key="industry">{item(industry)}</span>,
    people > 0 && <span key="people">{t('customers.peopleCount', { count: people })}</span>,
  ].filter(Boolean)
  return (
    <p className="mt-0.5 flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-muted">
      <StatusMenu customer={customer} />
      {parts.map((part, index) => (
        <span key={index.toString()}>
          {index > 0 && (
            <span aria-hidden="true" className="me-1.5">
              ·
            </span>
          )}
          {part}
        </span>
      ))}
    </p>
  )
}

/** Who it is, how to reach them, and what else can be done. */
export const PanelHeader = ({ customer, people }: { customer: Customer; people: number }) => {
  const { t } = useI18n()
  const book = useBook()
  const navigate = useNavigate()
  const [editing, setEditing] = useState<{ focus?: string }>()
  const { id } = customer
  const name = displayName(customer)
  const { archive } = useArchive()
  const isArchived = customer.archivedAt !== undefined
  const close = () => void navigate({ to: '/customers' })
  const remove = async () => {
    await book.write({ key: 'customersDeleted', params: { count: 1 } }, (draft) => draft.remove('customers', id))
    close()
  }
  return (
    <header className="flex flex-none flex-col gap-3 border-line border-b px-[18px] pt-4 pb-3">
      <div className="flex items-start gap-3">
        <Avatar text={initials(name)} square={customer.kind === 'company'} size="lg" />
        <div className="min-w-0 flex-1">
          <h2 className="break-words font-[640] text-lg tracking-tight">
            <bdi>{name}</bdi>
          </h2>
          <About customer={customer} people={people} />
          <p className="-ms-2 mt-1">
            <CompletenessMark noun="customers" record={customer} onFill={(focus) => setEditing({ focus })} />
          </p>
        </div>
        <div className="-me-2 flex flex-none">
          <IconButton small icon={PencilLine} label={t('customers.edit')} onPress={() => setEditing({})} />
          <Menu
            trigger={<IconButton small icon={EllipsisVertical} label={t('customers.more')} />}
            placement="bottom end"
            items={[
              {
                id: 'deal',
                label: t('customers.addDeal'),
                icon: HandCoins,
                onAction: () => openDialog({ kind: 'newDeal', customerId: id }),
              },
              ...(customer.kind === 'company'
                ? [
                    {
                      id: 'person',
                      label: t('customers.addPerson'),
                      icon: UserPlus,
                      onAction: () => openDialog({ kind: 'newCustomer' as const, companyId: id }),
                    },
                  ]
                : []),
              {
                id: 'duplicates',
                label: t('duplicates.findOf'),
                icon: CopyCheck,
                onAction: () => openDialog({ kind: 'duplicatesOf', customerId: id }),
              },
              { separator: 'end' },
              {
                id: 'personData',
                label: t('privacy.personData'),
                icon: FileUser,
                onAction: () => openDialog({ kind: 'personData', customerId: id }),
              },
              {
                id: 'archive',
                label: t(isArchived ? 'customers.unarchive' : 'customers.archive'),
                icon: isArchived ? ArchiveRestore : Archive,
                onAction: () => void archive([id], !isArchived),
              },
              { id: 'delete', label: t('customers.delete'), icon: Trash2, danger: true, onAction: () => void remove() },
              {
                id: 'erase',
                label: t('privacy.erase'),
                icon: Eraser,
                danger: true,
                onAction: () => openDialog({ kind: 'erasePerson', customerId: id }),
              },
            ]}
          />
          <IconButton small icon={X} label={t('ui.close')} keys="Esc" onPress={close} />
        </div>
      </div>
      <ReachButtons customer={customer} />
      {editing && (
        <EditCustomerDialog customer={customer} focus={editing.focus} onClose={() => setEditing(undefined)} />
      )}
    </header>
  )
}
