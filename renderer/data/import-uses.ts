import { type Field, type NounName, nouns } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'

/** By which indexed fields other records point to those of a noun. */
const pointers: Readonly<Record<NounName, readonly { table: NounName; field: string }[]>> = {
  customers: [
    { table: 'customers', field: 'companyId' },
    { table: 'deals', field: 'customerId' },
    { table: 'deals', field: 'companyId' },
    { table: 'interactions', field: 'customerId' },
    { table: 'interactions', field: 'companyId' },
    { table: 'tasks', field: 'customerId' },
  ],
  deals: [
    { table: 'interactions', field: 'dealId' },
    { table: 'tasks', field: 'dealId' },
  ],
  interactions: [],
  tasks: [],
}

/** Of these records those that a living one points to, files that the import itself added apart. */
export const usedRecords = async (
  { db }: Book,
  importId: string,
  table: NounName,
  ids: readonly string[],
): Promise<Set<string>> => {
  const used = new Set<string>()
  for (const { table: other, field } of pointers[table])
    await rowsOf(db, other)
      .where(field)
      .anyOf([...ids])
      .each((row) => {
        const target = row[field]
        if (row['deletedAt'] === undefined && typeof target === 'string' && target !== row.id) used.add(target)
      })
  if (table === 'customers')
    await db.attachments
      .where('customerId')
      .anyOf([...ids])
      .each((file) => {
        if (file.deletedAt === undefined && file.importId !== importId) used.add(file.customerId)
      })
  return used
}

const listFields = (noun: NounName): string[] =>
  Object.entries<Field>(nouns[noun].fields).flatMap(([name, { list }]) => (list ? [name] : []))

/** Ids of the list items that an import made and that no living record has. */
export const unusedItems = async ({ db }: Book, importId: string): Promise<string[]> => {
  const items = await db.listItems.filter((item) => item.importId === importId && !item.deletedAt).primaryKeys()
  const unused = new Set(items)
  for (const noun of ['customers', 'deals', 'interactions', 'tasks'] as const) {
    if (unused.size === 0) break
    const fields = listFields(noun)
    await rowsOf(db, noun).each((row) => {
      if (row['deletedAt'] === undefined)
        for (const field of fields) if (typeof row[field] === 'string') unused.delete(row[field])
    })
  }
  return [...unused]
}
