import type { Book } from './book.ts'
import { moveLinks } from './move-links.ts'

type Merged = {
  /** The living record that each merged one leads to, by its id; a record merged again leads on. */
  target: Map<string, string>
  /** Records that lead back to themselves and are to stay, because nothing else of their circle does. */
  stay: Set<string>
}

/** The merged records on the way from one of them, itself first, and where that leads: out, or back to one of them. */
const wayFrom = (id: string, next: ReadonlyMap<string, string>): { way: string[]; end: string } => {
  const way = new Set<string>()
  let end = id
  for (let to = next.get(end); to !== undefined && !way.has(end); to = next.get(end)) {
    way.add(end)
    end = to
  }
  return { way: [...way], end }
}

const mergedOf = async ({ db }: Book): Promise<Merged> => {
  const merged = await db.customers
    .where('deletedAt')
    .above('')
    .filter(({ id, mergedInto }) => mergedInto !== undefined && mergedInto !== id)
    .toArray()
  const next = new Map(merged.map(({ id, mergedInto = '' }) => [id, mergedInto]))
  const [target, stay] = [new Map<string, string>(), new Set<string>()]
  for (const id of next.keys()) {
    const { way, end } = wayFrom(id, next)
    // Two devices merged the same two, each into the other: one and the same of them stays on both.
    const circle = way.includes(end) ? way.slice(way.indexOf(end)).sort() : []
    const last = circle[0] ?? end
    if (circle.length > 0) stay.add(last)
    if (last !== id) target.set(id, last)
  }
  return { target, stay }
}

/**
 * Moves to the records that stayed what has come to hang on merged ones since: written on a device that did not know of
 * the merge yet. Of records that were merged into one another, so that none was left, the first is brought back. Two
 * devices that do so write the same.
 */
export const followMerges = async (book: Book): Promise<void> => {
  const { target, stay } = await mergedOf(book)
  if (target.size === 0) return
  const catalog = await book.catalog()
  await book.write(
    { key: 'customersMerged' },
    async (draft) => {
      await draft.setPathsOfAll('customers', [...stay], () => ({ deletedAt: undefined, mergedInto: undefined }))
      await moveLinks(book, draft, catalog, target)
    },
    { silent: true },
  )
}
