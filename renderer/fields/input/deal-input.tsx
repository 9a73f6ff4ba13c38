import { useCallback } from 'react'

import type { Filter } from '../../../shared/domain/index.ts'
import { useBook, useRecord } from '../../data/index.ts'
import { useReadModel } from '../../read-model/hooks.ts'
import { ComboBox } from '../../ui/index.ts'

const MOST = 20

/** One deal by its title; only those of one customer where `customerId` says whose. */
export const DealInput = ({
  customerId,
  value,
  onChange,
  ...frame
}: {
  label: string
  hideLabel?: boolean
  errorMessage?: string | undefined
  placeholder?: string
  className?: string
  onBlur?: () => void
  customerId?: string | undefined
  value: string | null | undefined
  onChange: (id: string | undefined) => void
}) => {
  const { db } = useBook()
  const readModel = useReadModel()
  const record = useRecord('deals', value ?? undefined)
  const load = useCallback(
    async (text: string) => {
      const ofCustomer = (column: string) => ({ column, op: 'is' as const, values: customerId ? [customerId] : [] })
      const filter: Filter = customerId ? [{ op: 'any', of: [ofCustomer('customerId'), ofCustomer('companyId')] }] : []
      const { ids } = await readModel.select({ noun: 'deals', text, filter, offset: 0, limit: MOST })
      const rows = await db.deals.bulkGet(ids)
      return rows.flatMap((row) => (row ? [{ id: row.id, label: row.title }] : []))
    },
    [db, readModel, customerId],
  )
  return (
    <ComboBox {...frame} value={value} valueLabel={record?.title ?? ''} load={load} onChange={(id) => onChange(id)} />
  )
}
