import type { Row } from '../../shared/change/index.ts'
import type { Customer, History, TableName } from '../../shared/domain/index.ts'
import type { PersonRecords } from '../../shared/privacy/index.ts'
import { type BookDatabase, rowsOf } from './database.ts'

type LinkField = 'customerId' | 'companyId' | 'dealId'

/** Rows that point at one of `ids` by one of `fields`, each once; what lies in the trash too, not what was erased. */
const pointing = async (
  db: BookDatabase,
  table: TableName,
  fields: readonly LinkField[],
  ids: readonly string[],
): Promise<Row[]> => {
  const found = await Promise.all(fields.map((field) => rowsOf(db, table).where(field).anyOf(ids).toArray()))
  return [...new Map(found.flat().map((row) => [row.id, row])).values()].filter((row) => row['erasedAt'] === undefined)
}

const historyOf = async (db: BookDatabase, keys: readonly [TableName, string][]): Promise<History[]> => {
  const rows = await db.history.where('[recordTable+recordId]').anyOf(keys).toArray()
  return rows.filter((row) => !('erasedAt' in row))
}

/** The records in the trash that were merged into one of these, also by way of another. */
const mergedInto = async (db: BookDatabase, ids: ReadonlySet<string>): Promise<Customer[]> => {
  const trashed = (await db.customers.where('deletedAt').above('').toArray()).filter((row) => row.mergedInto)
  const found = new Map<string, Customer>()
  for (let into = ids; into.size > 0; ) {
    const next = trashed.filter((row) => into.has(row.mergedInto ?? '') && !ids.has(row.id) && !found.has(row.id))
    for (const row of next) found.set(row.id, row)
    into = new Set(next.map((row) => row.id))
  }
  return [...found.values()]
}

/** Reads everything about one customer; undefined where there is none (any more). Also inside a write. */
export const readPerson = async (db: BookDatabase, id: string): Promise<PersonRecords | undefined> => {
  const customer = await db.customers.get(id)
  if (customer === undefined || 'erasedAt' in customer) return undefined
  return readHanging(db, [customer])
}

/** Reads what hangs on one customer that goes under several records, of which nothing but their ids may be left. */
export const readHanging = async (
  db: BookDatabase,
  known: readonly [Customer, ...Customer[]],
): Promise<PersonRecords> => {
  const [customer, ...others] = known
  const merged = [...others, ...(await mergedInto(db, new Set(known.map(({ id }) => id))))]
  const ids = [customer, ...merged].map((row) => row.id)
  const deals = await pointing(db, 'deals', ['customerId', 'companyId'], ids)
  const dealIds = deals.map((deal) => deal.id)
  const both = async (table: TableName, fields: readonly LinkField[]): Promise<Row[]> => {
    const direct = await pointing(db, table, fields, ids)
    const byDeal = table === 'attachments' ? [] : await pointing(db, table, ['dealId'], dealIds)
    return [...new Map([...direct, ...byDeal].map((row) => [row.id, row])).values()]
  }
  const [people, interactions, tasks, attachments] = await Promise.all([
    pointing(db, 'customers', ['companyId'], ids),
    both('interactions', ['customerId', 'companyId']),
    both('tasks', ['customerId']),
    both('attachments', ['customerId']),
  ])
  const keysOf = (table: TableName, rows: readonly { id: string }[]) =>
    rows.map((row): [TableName, string] => [table, row.id])
  const history = await historyOf(db, [
    ...keysOf('customers', [customer, ...merged]),
    ...keysOf('deals', deals),
    ...keysOf('interactions', interactions),
    ...keysOf('tasks', tasks),
    ...keysOf('attachments', attachments),
  ])
  // Rows are what the nouns' schemas let in.
  return { customer, merged, people, deals, interactions, tasks, attachments, history } as unknown as PersonRecords
}
