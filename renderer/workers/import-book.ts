import type { Customer, NounName } from '../../shared/domain/index.ts'
import { type BookRow, type Lookup, matchKeyOf, type Planned, type Planner } from '../../shared/import/index.ts'
import { type Book, type Draft, rowsOf, type WriteOptions } from '../data/index.ts'

const PAGE = 2_000

/** Reads records by id, those in the trash too. */
export const lookupIn =
  ({ db }: Book): Lookup =>
  async (table, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await rowsOf(db, table).bulkGet([...ids])
    return new Map(rows.flatMap((row) => (row ? [[row.id, row as BookRow] as const] : [])))
  }

/** Tells the planner every customer of the book, page by page. */
export const learnCustomers = async ({ db }: Book, planner: Planner): Promise<void> => {
  const names = new Map<string, string>()
  const people: Customer[] = []
  let last = ''
  for (;;) {
    const page = await db.customers.where('id').above(last).limit(PAGE).toArray()
    for (const customer of page) {
      if (customer.deletedAt !== undefined || 'erasedAt' in customer) continue
      if (customer.kind === 'company' && customer.companyName !== undefined)
        names.set(customer.id, customer.companyName)
      if (customer.companyId === undefined) planner.learn(matchKeyOf(customer, undefined))
      // Only what is compared is kept until the name of the company is known.
      else {
        const { id, kind, givenName, familyName, companyId, emails, phones, status, createdAt } = customer
        people.push({ id, kind, givenName, familyName, companyId, emails, phones, status, createdAt })
      }
    }
    const end = page.at(-1)
    if (!end || page.length < PAGE) break
    last = end.id
  }
  for (const person of people) planner.learn(matchKeyOf(person, names.get(person.companyId ?? '')))
}

const applyTo = async (draft: Draft, planned: readonly Planned[]): Promise<void> => {
  for (const write of planned.flatMap(({ writes }) => writes)) {
    // The planner has parsed each record with the noun's schema.
    if (write.op === 'create')
      draft.create<NounName>(write.table, write.record as Parameters<typeof draft.create<NounName>>[1])
    else if (write.op === 'update') await draft.update(write.table, write.id, write.patch)
    else draft.create('listItems', write.item)
  }
}

/** Writes what was planned for some rows, in one transaction. */
export const writePlanned = async (book: Book, planned: readonly Planned[], options: WriteOptions): Promise<void> => {
  if (planned.every(({ writes }) => writes.length === 0)) return
  await book.write({ key: 'imported' }, (draft) => applyTo(draft, planned), options)
}
