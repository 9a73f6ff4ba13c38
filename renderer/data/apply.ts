import { AppError } from '../../shared/app-error.ts'
import { ERASED, merge, type RecordState, type Row, sameState, toRow } from '../../shared/change/index.ts'
import { groupBy } from '../../shared/group.ts'
import { changesChannel } from './book.ts'
import { type BookDatabase, type Change, isKnownTable, rowsOf } from './database.ts'
import { noteErased, noteMentions } from './erasures.ts'
import { toAppError } from './errors.ts'
import { readPosition, savePosition } from './positions.ts'
import { statesOf } from './states.ts'
import { noteSuspects } from './suspects.ts'
import { recordKey } from './versions.ts'

/** One record that a page of a replica changed: as it was here before, and as it is. */
type Merged = { before: RecordState | undefined; after: RecordState }

const mergeAll = (states: readonly RecordState[], present: ReadonlyMap<string, RecordState>): Merged[] => {
  const merged = new Map<string, Merged>()
  for (const state of states) {
    const before = present.get(state.id)
    const held = merged.get(state.id)?.after ?? before
    const next = held ? merge(held, state) : merge(state, state)
    if (!held || !sameState(held, next)) merged.set(state.id, { before, after: next })
  }
  return [...merged.values()]
}

const applyTable = async (db: BookDatabase, table: string, states: RecordState[], from: string): Promise<Merged[]> => {
  const present = new Map((await statesOf(db, states)).map((state) => [state.id, state]))
  const changed = mergeAll(states, present)
  if (changed.length === 0) return []
  if (isKnownTable(table)) await rowsOf(db, table).bulkPut(changed.map(({ after }): Row => toRow(after)))
  else await db.foreign.bulkPut(changed.map(({ after }) => ({ key: recordKey(table, after.id), state: after })))
  await db.changes.bulkAdd(changed.map(({ after }): Change => ({ table, id: after.id, from })))
  return changed
}

/** What follows from records that came in, inside the transaction that puts them in. */
const noteConsequences = async (db: BookDatabase, changed: readonly Merged[]): Promise<void> => {
  const erased = changed.filter(({ after }) => Object.hasOwn(after.values, ERASED))
  if (erased.length > 0) await noteErased(db, erased)
  const living = changed.filter(({ after }) => !Object.hasOwn(after.values, ERASED))
  await noteMentions(db, living)
  await noteSuspects(
    db,
    living.map(({ after }) => after),
  )
}

/**
 * Merges record states from a replica into the book, together with the cursor that covers them, in one transaction:
 * the cursor never runs ahead of the data. Notes with them what is to be erased because of what came in, and which
 * records may have conflicts.
 * @param cursor absent where it is to stay, because something before it was held back
 * @returns how many records changed
 * @throws AppError
 */
export const applyStates = async (
  db: BookDatabase,
  replica: string,
  states: readonly RecordState[],
  cursor: string | undefined,
): Promise<number> => {
  const changed: Merged[] = []
  try {
    const tables = db.tables.filter(({ name }) => name !== 'blobs')
    await db.transaction('rw', tables, async () => {
      changed.length = 0
      for (const [table, batch] of groupBy(states, (state) => state.table))
        for (const one of await applyTable(db, table, batch, replica)) changed.push(one)
      if (changed.length > 0) await noteConsequences(db, changed)
      if (cursor !== undefined) await savePosition(db, replica, { ...(await readPosition(db, replica)), cursor })
    })
  } catch (error) {
    throw toAppError(error)
  }
  if (changed.length > 0) announce(db)
  return changed.length
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
