import { useCallback } from 'react'

import { type Condition, displayName, initials, mainAddress, primaryEmail } from '../../shared/domain/index.ts'
import { useBook, useRecord } from '../data/index.ts'
import { useReadModel } from '../read-model/hooks.ts'
import { Avatar, ComboBox } from '../ui/index.ts'
import { useCreateNamed } from './similar/use-create-named.tsx'

const MOST = 12

/** Looks customers up by what was typed, as choices; the newest when nothing was. */
export const useCustomerSearch = (kind?: 'person' | 'company') => {
  const { db } = useBook()
  const readModel = useReadModel()
  return useCallback(
    async (text: string) => {
      const filter: Condition[] = kind ? [{ column: 'kind', op: 'is', values: [kind] }] : []
      const { ids } = await readModel.select({ noun: 'customers', text, filter, offset: 0, limit: MOST })
      const rows = await db.customers.bulkGet(ids)
      return rows.flatMap((row) => {
        if (!row) return []
        const name = displayName(row)
        const detail = [primaryEmail(row)?.value, mainAddress(row)?.city].filter(Boolean).join(' · ')
        const before = <Avatar key={row.id} text={initials(name)} square={row.kind === 'company'} />
        return [{ id: row.id, label: name, before, ...(detail && { detail }) }]
      })
    },
    [db, readModel, kind],
  )
}

/** One customer, found by typing; a name that is not there yet can be added at once. */
export const CustomerPicker = ({
  kind,
  value,
  onChange,
  ...frame
}: {
  label: string
  hideLabel?: boolean
  errorMessage?: string | undefined
  isRequired?: boolean
  autoFocus?: boolean
  placeholder?: string
  onBlur?: () => void
  className?: string
  /** Only people, or only companies; also what a new one becomes. */
  kind?: 'person' | 'company'
  value: string | null | undefined
  onChange: (id: string | undefined) => void
}) => {
  const record = useRecord('customers', value ?? undefined)
  const load = useCustomerSearch(kind)
  const { create, dialog } = useCreateNamed(kind ?? 'person', onChange)
  return (
    <>
      <ComboBox
        {...frame}
        value={value}
        valueLabel={record ? displayName(record) : ''}
        load={load}
        onChange={(id) => onChange(id)}
        onCreate={create}
      />
      {dialog}
    </>
  )
}
