import { useMemo } from 'react'

import type { Customer, Deal, Interaction, Task } from '../../../../shared/domain/index.ts'
import { useLinked } from '../../../data/index.ts'

const union = <R extends { id: string }>(a: readonly R[] | undefined, b: readonly R[] | undefined): R[] | undefined =>
  a && b && [...new Map([...a, ...b].map((record) => [record.id, record])).values()]

/** What hangs on one customer, live: a company has that of its people too. */
export type Linked = {
  people: readonly Customer[]
  deals: readonly Deal[]
  tasks: readonly Task[]
  interactions: readonly Interaction[]
}

/** Undefined while it loads. */
export const useLinkedRecords = (id: string): Linked | undefined => {
  const people = useLinked('customers', 'companyId', id)
  const tasks = useLinked('tasks', 'customerId', id)
  const ownDeals = useLinked('deals', 'customerId', id)
  const companyDeals = useLinked('deals', 'companyId', id)
  const ownInteractions = useLinked('interactions', 'customerId', id)
  const companyInteractions = useLinked('interactions', 'companyId', id)
  return useMemo(() => {
    const deals = union(ownDeals, companyDeals)
    const interactions = union(ownInteractions, companyInteractions)
    return people && tasks && deals && interactions && { people, deals, tasks, interactions }
  }, [people, tasks, ownDeals, companyDeals, ownInteractions, companyInteractions])
}
