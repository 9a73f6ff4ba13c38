import type { Book } from './book.ts'
import { moveLinks } from './move-links.ts'

/** The living record that each merged one leads to, by its id; a record merged again leads on. */
const targetsOf = async ({ db }: Book): Promise<Map<string, string>> => {
  const merged = await db.customers
    .where('deletedAt')
    .above('')
    .filter(({ mergedInto }) => mergedInto !== undefined)
    .toArray()
  const next = new Map(merged.map(({ id, mergedInto = '' }) => [id, mergedInto]))
  const target = new Map<string, string>()
  for (const id of next.keys()) {
    const seen = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && next.has(at) && !seen.has(at)) {
      seen.add(at)
      at = next.get(at)
    }
    if (at !== undefined && !next.has(at)) target.set(id, at)
  }
  return target
}

/**
 * Moves to the records that stayed what has come to hang on merged ones since: written on a device that did not know of
 * the merge yet. Two devices that do so write the same.
 */
export const followMerges = async (book: Book): Promise<void> => {
  const target = await targetsOf(book)
  if (target.size === 0) return
  const catalog = await book.catalog()
  await book.write({ key: 'customersMerged' }, (draft) => moveLinks(book, draft, catalog, target), { silent: true })
}
