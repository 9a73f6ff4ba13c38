import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'

import type { Customer, History } from '../../../../shared/domain/index.ts'
import { useBook, useHistory, useLinked } from '../../../data/index.ts'
import type { Linked } from '../panel/use-customer.ts'
import { buildTimeline, type TimelineEntry } from './timeline-model.ts'

const NONE: readonly History[] = []

/** The histories of several deals, live. */
const useDealHistory = (ids: readonly string[]): readonly History[] => {
  const { db } = useBook()
  const found = useLiveQuery(async (): Promise<readonly History[]> => {
    if (ids.length === 0) return NONE
    return db.history
      .where('[recordTable+recordId]')
      .anyOf(ids.map((id) => ['deals', id]))
      .toArray()
  }, [db, ids.join()])
  return found ?? NONE
}

/** What happened to a customer, newest first, live; undefined while loading. */
export const useTimeline = (customer: Customer, linked: Linked): TimelineEntry[] | undefined => {
  const { id } = customer
  const history = useHistory('customers', id)
  const files = useLinked('attachments', 'customerId', id)
  const dealIds = useMemo(() => linked.deals.map((deal) => deal.id), [linked.deals])
  const dealHistory = useDealHistory(dealIds)
  return useMemo(
    () => history && files && buildTimeline({ customer, ...linked, history, files, dealHistory }),
    [customer, linked, history, files, dealHistory],
  )
}
