import { type BookDatabase, isKnownTable } from './database.ts'

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

/** Replicas that are told of changes. Others are only read, once. */
const isTold = (key: string): boolean => key === positionKey('journal') || key.startsWith(positionKey('sync:'))

/** The outbox line that every replica has passed: what is before it may be forgotten. */
export const passedByAll = async (db: BookDatabase): Promise<number> => {
  const held = await db.meta.where('key').startsWith(PREFIX).toArray()
  return Math.min(...held.filter(({ key }) => isTold(key)).map(({ value }) => (value as Position).pushed))
}

const isVoid = async (db: BookDatabase): Promise<boolean> => {
  const tables = db.tables.filter(({ name }) => isKnownTable(name) || name === 'foreign')
  const counts = await Promise.all(tables.map((table) => table.limit(1).count()))
  return counts.every((count) => count === 0)
}

/** Takes up a position for a target that was never met: everything that is here goes out, once. */
export const meetReplica = (db: BookDatabase, target: string): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    if (await findPosition(db, target)) return
    const newest = (await db.changes.toCollection().last())?.seq ?? 0
    const walk = (await isVoid(db)) ? undefined : { table: '', after: '' }
    await savePosition(db, target, { pushed: newest, cursor: null, ...(walk && { walk }) })
  })
