import type { Row } from '../../shared/change/index.ts'
import type { Customer, Deal, Interaction, Task } from '../../shared/domain/index.ts'
import { type BookDatabase, rowsOf } from './database.ts'

/** A customer's page: the record, trash included, and what hangs on it; a company has that of its people too. */
export type CustomerPage = {
  customer: Customer | undefined
  people: Customer[]
  deals: Deal[]
  tasks: Task[]
  interactions: Interaction[]
}

/** Without what is in the trash, each once, newest first. */
const present = (...lists: readonly Row[][]): Row[] =>
  [...new Map(lists.flat().map((row) => [row.id, row])).values()]
    .filter((row) => row['deletedAt'] === undefined && row['erasedAt'] === undefined)
    .sort((a, b) => (a.id < b.id ? 1 : -1))

/** Reads a customer's page in one transaction: seven requests that are under way at once. */
export const readCustomerPage = (db: BookDatabase, id: string): Promise<CustomerPage> => {
  const linked = (table: 'customers' | 'deals' | 'tasks' | 'interactions', field: 'customerId' | 'companyId') =>
    rowsOf(db, table).where(field).equals(id).toArray()
  return db.transaction('r', [db.customers, db.deals, db.tasks, db.interactions], async () => {
    const [customer, people, tasks, ownDeals, companyDeals, ownInteractions, companyInteractions] = await Promise.all([
      rowsOf(db, 'customers').get(id),
      linked('customers', 'companyId'),
      linked('tasks', 'customerId'),
      linked('deals', 'customerId'),
      linked('deals', 'companyId'),
      linked('interactions', 'customerId'),
      linked('interactions', 'companyId'),
    ])
    // Rows are what the nouns' schemas let in.
    return {
      customer: customer?.['erasedAt'] === undefined ? customer : undefined,
      people: present(people),
      deals: present(ownDeals, companyDeals),
      tasks: present(tasks),
      interactions: present(ownInteractions, companyInteractions),
    } as unknown as CustomerPage
  })
}

const counted = [
  ['people', 'customers', 'companyId'],
  ['deals', 'deals', 'customerId'],
  ['interactions', 'interactions', 'customerId'],
  ['tasks', 'tasks', 'customerId'],
  ['files', 'attachments', 'customerId'],
] as const

/** How many records of each kind hang on some customers. */
export type LinkedCounts = Record<(typeof counted)[number][0], number>

/** Counts what hangs on some customers, without what is in the trash. */
export const countLinked = async ({ db }: { db: BookDatabase }, ids: readonly string[]): Promise<LinkedCounts> => {
  const counts = await Promise.all(
    counted.map(async ([name, table, field]) => {
      const rows = await rowsOf(db, table)
        .where(field)
        .anyOf([...ids])
        .toArray()
      return [name, present(rows).length] as const
    }),
  )
  return Object.fromEntries(counts) as LinkedCounts
}
