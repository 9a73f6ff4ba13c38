import type { BookDatabase } from './database.ts'

/**
 * Where a replica stands: how far it was pushed (in `changes`) and pulled (in its own terms). `walk`: how far the tables
 * were gone through for a replica that has nothing yet, because `changes` no longer tells of all records.
 */
export type Position = {
  pushed: number
  cursor: string | null
  walk?: { table: string; after: string } | undefined
}

const PREFIX = 'replica:'
const positionKey = (replica: string): string => `${PREFIX}${replica}`

/** Where a replica stands, or undefined for one that was never met. */
export const findPosition = async (db: BookDatabase, replica: string): Promise<Position | undefined> =>
  (await db.meta.get(positionKey(replica)))?.value as Position | undefined

export const readPosition = async (db: BookDatabase, replica: string): Promise<Position> =>
  (await findPosition(db, replica)) ?? { pushed: 0, cursor: null }

export const savePosition = async (db: BookDatabase, replica: string, position: Position): Promise<void> => {
  await db.meta.put({ key: positionKey(replica), value: position })
}

/** Changes parts of a position in one transaction: two replicators of one replica do not undo each other's. */
export const movePosition = (db: BookDatabase, replica: string, change: Partial<Position>): Promise<void> =>
  db.transaction('rw', db.meta, async () =>
    savePosition(db, replica, { ...(await readPosition(db, replica)), ...change }),
  )

/** Forgets where replicas stand whose names begin so, but for one of them. */
export const forgetPositions = (db: BookDatabase, prefix: string, but?: string): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const keys = await db.meta.where('key').startsWith(positionKey(prefix)).primaryKeys()
    await db.meta.bulkDelete(keys.filter((key) => but === undefined || key !== positionKey(but)))
  })

/** The outbox line that every replica has passed. */
export const passedByAll = async (db: BookDatabase): Promise<number> => {
  const held = await db.meta.where('key').startsWith(PREFIX).toArray()
  return Math.min(...held.map(({ value }) => (value as Position).pushed))
}
