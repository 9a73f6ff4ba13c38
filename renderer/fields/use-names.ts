import { useMemo } from 'react'

import { displayName } from '../../shared/domain/index.ts'
import { useRecords } from '../data/index.ts'

type Linked = { customerId?: string | undefined; dealId?: string | undefined }

const distinct = (ids: readonly (string | undefined)[]): string[] =>
  [...new Set(ids.filter((id) => id !== undefined && id !== ''))].filter((id) => id !== undefined)

/** The names of the customers and the titles of the deals that records point at, by id, live. */
export const useLinkedNames = (records: readonly Linked[]) => {
  const customerIds = useMemo(() => distinct(records.map(({ customerId }) => customerId)), [records])
  const dealIds = useMemo(() => distinct(records.map(({ dealId }) => dealId)), [records])
  const customers = useRecords('customers', customerIds)
  const deals = useRecords('deals', dealIds)
  return useMemo(
    () => ({
      customer: (id: string | undefined) => {
        const record = id === undefined ? undefined : customers.get(id)
        return record && displayName(record)
      },
      deal: (id: string | undefined) => (id === undefined ? undefined : deals.get(id)?.title),
    }),
    [customers, deals],
  )
}
