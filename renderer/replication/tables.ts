import type { RecordState, Row } from '../../shared/change/index.ts'
import { toState } from '../../shared/change/index.ts'
import { type BookDatabase, isKnownTable, rowsOf } from '../data/index.ts'

type Place = { table: string; after: string }

const FOREIGN = '~foreign'

/** The tables of records in the order in which a walk goes through them; records of unknown tables last. */
const walked = (db: BookDatabase): string[] => [
  ...db.tables
    .map(({ name }) => name)
    .filter(isKnownTable)
    .sort(),
  FOREIGN,
]

const pageOf = async (db: BookDatabase, { table, after }: Place, limit: number) => {
  if (isKnownTable(table)) {
    const rows: Row[] = await rowsOf(db, table).where('id').above(after).limit(limit).toArray()
    return { states: rows.map((row) => toState(table, row)), last: rows.at(-1)?.id }
  }
  const held = await db.foreign.where('key').above(after).limit(limit).toArray()
  return { states: held.map(({ state }) => state), last: held.at(-1)?.key }
}

/**
 * The next records of a walk through all tables, and where it goes on; `next` is undefined behind the last. A walk can
 * be left and gone on with at any place.
 */
export const walkOn = async (
  db: BookDatabase,
  place: Place,
  limit: number,
): Promise<{ states: RecordState[]; next: Place | undefined }> => {
  const tables = walked(db)
  for (let at = Math.max(0, tables.indexOf(place.table)); at < tables.length; at += 1) {
    const table = tables[at] ?? FOREIGN
    const { states, last } = await pageOf(db, { table, after: table === place.table ? place.after : '' }, limit)
    if (last !== undefined) return { states, next: { table, after: last } }
  }
  return { states: [], next: undefined }
}

/** All records of the book. */
export const countRecords = async (db: BookDatabase): Promise<number> => {
  const tables = db.tables.filter(({ name }) => isKnownTable(name) || name === 'foreign')
  const counts = await Promise.all(tables.map((table) => table.count()))
  return counts.reduce((sum, count) => sum + count, 0)
}
