import type { History } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import type { Stamped, Witnesses } from './witnesses.ts'

/** That a customer went into another, or came out of it again, as its history tells. */
export type Merge = { id: string; writeId: string; into: string; isMerge: boolean }

const mergesIn = ({ recordId: id, writeId, changes = [] }: History): Merge[] =>
  changes.flatMap(({ path, before, after = before }) =>
    path === 'mergedInto' && typeof after === 'string' ? [{ id, writeId, into: after, isMerge: after !== before }] : [],
  )

const mergesOf = async ({ db }: Book, ids: readonly string[], witnesses: Witnesses): Promise<Merge[]> => {
  const keys = ids.map((id) => ['customers', id])
  const rows = await db.history.where('[recordTable+recordId]').anyOf(keys).toArray()
  return [...rows, ...witnesses.history.filter(({ recordId }) => ids.includes(recordId))].flatMap(mergesIn)
}

/** Into what records point, whatever their history tells. */
const pointed = async ({ db }: Book, ids: readonly string[], witnesses: Witnesses): Promise<string[]> => {
  const rows = await db.customers.bulkGet([...ids])
  const people = witnesses.people.filter(({ id }) => ids.includes(id))
  return [...rows.map((row) => row?.mergedInto), ...people.map(({ values }) => values['mergedInto'])].filter(
    (into) => typeof into === 'string',
  )
}

/** The ways on which something of a customer may have gone into others. */
export type Trail = {
  /** Merges of the customers themselves, into others. */
  merges: readonly Merge[]
  /** Every record that may hold something of theirs: those they went into, those these went into, and so on. */
  records: ReadonlySet<string>
}

/** Where what some customers held may have gone by merges, those that were taken back included. */
export const trailOf = async (book: Book, ids: readonly string[], witnesses: Witnesses): Promise<Trail> => {
  const merges = (await mergesOf(book, ids, witnesses)).filter(({ into }) => !ids.includes(into))
  const records = new Set<string>()
  for (let next = [...ids]; next.length > 0; ) {
    const found = [
      ...(await mergesOf(book, next, witnesses)).map(({ into }) => into),
      ...(await pointed(book, next, witnesses)),
    ]
    next = [...new Set(found)].filter((id) => !records.has(id) && !ids.includes(id))
    for (const id of next) records.add(id)
  }
  return { merges, records }
}

/** The history of writes, with what of it was erased elsewhere. */
export const rowsOfWrites = async (
  { db }: Book,
  writes: readonly string[],
  witnesses: Witnesses,
): Promise<Stamped[]> => [
  ...((await db.history.where('writeId').anyOf(writes).toArray()) as Stamped[]),
  ...witnesses.history.filter(({ writeId }) => writes.includes(writeId)),
]
