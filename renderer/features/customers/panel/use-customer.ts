import { type CustomerPage, useCustomerPage } from '../../../data/index.ts'

/** What hangs on one customer, live: a company has that of its people too. */
export type Linked = Pick<CustomerPage, 'people' | 'deals' | 'tasks' | 'interactions'>

/** Undefined while it loads. */
export const useLinkedRecords = (id: string): Linked | undefined => useCustomerPage(id)
