import { type CustomField, displayName } from '../../../../../shared/domain/index.ts'
import type { Book } from '../../../../data/index.ts'
import type { Held } from './trial.ts'

const CHUNK = 1_000

/** Every record with a value in a field, those in the trash too. Read in pieces. */
export const readHeld = async (
  { db }: Pick<Book, 'db'>,
  { id: key, scope }: CustomField,
  currency: string,
): Promise<Held[]> => {
  const held: Held[] = []
  let after = ''
  for (;;) {
    const rows =
      scope === 'deals'
        ? await db.deals.where('id').above(after).limit(CHUNK).toArray()
        : await db.customers.where('id').above(after).limit(CHUNK).toArray()
    for (const row of rows) {
      const value: unknown = Reflect.get(row, key)
      if (value === undefined) continue
      const name = 'title' in row ? row.title : displayName(row)
      held.push({ id: row.id, name, value, currency: 'currency' in row ? row.currency : currency })
    }
    const last = rows.at(-1)?.id
    if (last === undefined || rows.length < CHUNK) return held
    after = last
  }
}

/** Customers by name and names by id, for links; a name that several have stands for nobody. */
export const readNames = async ({ db }: Pick<Book, 'db'>) => {
  const names = new Map<string, string>()
  const ids = new Map<string, string | undefined>()
  await db.customers.each((customer) => {
    const name = displayName(customer)
    names.set(customer.id, name)
    if (customer.deletedAt !== undefined) return
    const key = name.trim().toLocaleLowerCase()
    ids.set(key, ids.has(key) ? undefined : customer.id)
  })
  return {
    nameOf: (id: string): string | undefined => names.get(id),
    idOf: (name: string): string | undefined => ids.get(name.trim().toLocaleLowerCase()),
  }
}
