import { useCallback } from 'react'

import { displayName, initials, mainAddress, type NounName, primaryEmail } from '../../../shared/domain/index.ts'
import { useBook, useRecord } from '../../data/index.ts'
import { useReadModel } from '../../read-model/hooks.ts'
import { Avatar, ComboBox } from '../../ui/index.ts'

const MOST = 12

/** One customer or deal that is already in the book, archived ones too, found by typing. */
export const RecordPicker = ({
  noun,
  label,
  value,
  onChange,
  className,
}: {
  noun: NounName
  label: string
  value: string | undefined
  onChange: (id: string | undefined) => void
  className?: string
}) => {
  const { db } = useBook()
  const model = useReadModel()
  const customer = useRecord('customers', noun === 'customers' ? value : undefined)
  const deal = useRecord('deals', noun === 'deals' ? value : undefined)
  const load = useCallback(
    async (text: string) => {
      const { ids } = await model.select({ noun, text, archived: 'with', offset: 0, limit: MOST })
      if (noun === 'deals')
        return (await db.deals.bulkGet(ids)).flatMap((row) => (row ? [{ id: row.id, label: row.title }] : []))
      return (await db.customers.bulkGet(ids)).flatMap((row) => {
        if (!row) return []
        const name = displayName(row)
        const detail = [primaryEmail(row)?.value, mainAddress(row)?.city].filter(Boolean).join(' · ')
        const before = <Avatar key={row.id} text={initials(name)} square={row.kind === 'company'} />
        return [{ id: row.id, label: name, before, ...(detail && { detail }) }]
      })
    },
    [db, model, noun],
  )
  return (
    <ComboBox
      label={label}
      value={value ?? null}
      valueLabel={customer ? displayName(customer) : (deal?.title ?? '')}
      load={load}
      onChange={(id) => onChange(id)}
      {...(className !== undefined && { className })}
    />
  )
}
