import { AppError } from '../../shared/app-error.ts'
import { merge, type RecordState, type Row, sameState, toRow, toState } from '../../shared/change/index.ts'
import { groupBy } from '../../shared/group.ts'
import { changesChannel } from './book.ts'
import { type BookDatabase, type Change, isKnownTable, rowsOf } from './database.ts'
import { toAppError } from './errors.ts'

/** Where a replica stands: how far it was pushed (in `changes`) and pulled (in its own terms). */
export type Position = { pushed: number; cursor: string | null }

const positionKey = (replica: string): string => `replica:${replica}`

export const readPosition = async (db: BookDatabase, replica: string): Promise<Position> => {
  const held = await db.meta.get(positionKey(replica))
  return (held?.value as Position | undefined) ?? { pushed: 0, cursor: null }
}

export const savePosition = async (db: BookDatabase, replica: string, position: Position): Promise<void> => {
  await db.meta.put({ key: positionKey(replica), value: position })
}

const foreignKey = (table: string, id: string): string => `${table}/${id}`

/** The present states of records, in the order asked, without those that are not there. */
export const statesOf = async (
  db: BookDatabase,
  keys: readonly { table: string; id: string }[],
): Promise<RecordState[]> => {
  const byTable = groupBy(keys, ({ table }) => table)
  const states: RecordState[] = []
  for (const [table, asked] of byTable) {
    const ids = asked.map(({ id }) => id)
    if (isKnownTable(table)) {
      for (const row of await rowsOf(db, table).bulkGet(ids)) if (row) states.push(toState(table, row))
    } else {
      const held = await db.foreign.bulkGet(ids.map((id) => foreignKey(table, id)))
      for (const foreign of held) if (foreign) states.push(foreign.state)
    }
  }
  return states
}

const applyTable = async (db: BookDatabase, table: string, states: RecordState[], from: string): Promise<number> => {
  const present = new Map((await statesOf(db, states)).map((state) => [state.id, state]))
  const merged = new Map<string, RecordState>()
  for (const state of states) {
    const held = merged.get(state.id) ?? present.get(state.id)
    const next = held ? merge(held, state) : merge(state, state)
    if (!held || !sameState(held, next)) merged.set(state.id, next)
  }
  const changed = [...merged.values()]
  if (changed.length === 0) return 0
  if (isKnownTable(table)) await rowsOf(db, table).bulkPut(changed.map((state): Row => toRow(state)))
  else await db.foreign.bulkPut(changed.map((state) => ({ key: foreignKey(table, state.id), state })))
  await db.changes.bulkAdd(changed.map(({ id }): Change => ({ table, id, from })))
  return changed.length
}

/**
 * Merges record states from a replica into the book, together with the cursor that covers them, in one transaction:
 * the cursor never runs ahead of the data.
 * @returns how many records changed
 * @throws AppError
 */
export const applyStates = async (
  db: BookDatabase,
  replica: string,
  states: readonly RecordState[],
  cursor: string,
): Promise<number> => {
  let changed = 0
  try {
    const tables = db.tables.filter(({ name }) => name !== 'blobs')
    await db.transaction('rw', tables, async () => {
      for (const [table, batch] of groupBy(states, (state) => state.table))
        changed += await applyTable(db, table, batch, replica)
      await savePosition(db, replica, { ...(await readPosition(db, replica)), cursor })
    })
  } catch (error) {
    throw toAppError(error)
  }
  if (changed > 0) announce(db)
  return changed
}

const announce = (db: BookDatabase): void => {
  const channel = new BroadcastChannel(changesChannel(db.name))
  channel.postMessage({ seq: 0 })
  channel.close()
}

/** Whether the window's copy holds no record at all. */
export const isEmpty = async (db: BookDatabase): Promise<boolean> => {
  const [settings, customers] = await Promise.all([db.settings.count(), db.customers.limit(1).count()])
  return settings === 0 && customers === 0
}

const REQUEUE_CHUNK = 5_000

const requeueAll = async (db: BookDatabase): Promise<void> => {
  for (const table of db.tables) {
    if (!isKnownTable(table.name)) continue
    const ids = await rowsOf(db, table.name).toCollection().primaryKeys()
    for (let at = 0; at < ids.length; at += REQUEUE_CHUNK)
      await db.changes.bulkAdd(ids.slice(at, at + REQUEUE_CHUNK).map((id) => ({ table: table.name, id })))
  }
  const foreign = await db.foreign.toArray()
  await db.changes.bulkAdd(foreign.map(({ state }) => ({ table: state.table, id: state.id })))
}

/**
 * For a replica that may have lost anything: every record goes into the outbox again and the replica is read from its
 * start. All or nothing, because the loss is only told once.
 * @throws AppError
 */
export const startOver = async (db: BookDatabase, replica: string): Promise<void> => {
  try {
    await db.transaction('rw', db.tables, async () => {
      await savePosition(db, replica, { ...(await readPosition(db, replica)), cursor: null })
      await requeueAll(db)
    })
  } catch (error) {
    throw toAppError(error)
  }
}

/** Forgets outbox lines that every reader has passed. */
export const pruneChanges = async (db: BookDatabase, upTo: number): Promise<void> => {
  await db.changes.where('seq').belowOrEqual(upTo).delete()
}

const SETTLED_POLL = 50

/**
 * Resolves when everything written so far is in a replica. It can take for ever while the replica fails: `signal` ends
 * the wait.
 * @throws AppError cancelled
 */
export const settled = async (db: BookDatabase, replica: string, signal: AbortSignal): Promise<void> => {
  const newest = (await db.changes.toCollection().last())?.seq ?? 0
  while ((await readPosition(db, replica)).pushed < newest) {
    if (signal.aborted) throw new AppError('cancelled')
    await new Promise((resolve) => setTimeout(resolve, SETTLED_POLL))
  }
}
