import { useCallback } from 'react'

import type { Condition } from '../../../shared/domain/index.ts'
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
      const find = (column: string): Promise<{ ids: string[] }> => {
        const filter: Condition[] = customerId ? [{ column, op: 'is', values: [customerId] }] : []
        return readModel.select({ noun: 'deals', text, filter, offset: 0, limit: MOST })
      }
      const found = await Promise.all(customerId ? [find('customerId'), find('companyId')] : [find('customerId')])
      const rows = await db.deals.bulkGet([...new Set(found.flatMap(({ ids }) => ids))])
      return rows.flatMap((row) => (row ? [{ id: row.id, label: row.title }] : []))
    },
    [db, readModel, customerId],
  )
  return (
    <ComboBox {...frame} value={value} valueLabel={record?.title ?? ''} load={load} onChange={(id) => onChange(id)} />
  )
}
