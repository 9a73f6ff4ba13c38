import { AppError } from '../../shared/app-error.ts'
import type { Replica } from '../../shared/change/index.ts'
import {
  applyStates,
  type BookDatabase,
  changesChannel,
  movePosition,
  passedByAll,
  pruneChanges,
  READ_MODEL_SEQ,
  readPosition,
  statesOf,
} from '../data/index.ts'

/** What is not yet in a replica: how many changes, since when (Unix milliseconds), and what stands in the way. */
export type ReplicationStatus = {
  state: 'idle' | 'pushing' | 'failed'
  waiting: number
  oldestAt?: number
  error?: AppError
}

export type Replicator = {
  /** Brings in what the replica has that the book has not. @returns how many records changed @throws AppError */
  pull: (onProgress?: (records: number) => void) => Promise<number>
  /** Pushes now and after every change, until stopped. */
  start: () => void
  stop: () => void
  /** Resolves when nothing waits. @throws AppError when the replica can't take it */
  flush: () => Promise<void>
  status: () => ReplicationStatus
  subscribe: (listener: () => void) => () => void
}

/** Records of one page that comes in. */
const BATCH = 1_000
/** Records of one push: what is read and packed at one go, beside what the window has to do. */
const PUSH_BATCH = 250
const FIRST_RETRY = 1_000
const LAST_RETRY = 30_000
const PRUNE_EVERY = 2_000
/** Lines kept for another window whose read model lags behind. */
const KEPT = 10_000

const asAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('internal', {}, error)

/** Keeps one replica in step with the book: one direction at a time, batch by batch, each with its position. */
export const createReplicator = (db: BookDatabase, replica: Replica): Replicator => {
  const { target } = replica.identity()
  const channel = new BroadcastChannel(changesChannel(db.name))
  const listeners = new Set<() => void>()
  let status: ReplicationStatus = { state: 'idle', waiting: 0 }
  let running: Promise<void> | undefined
  let again = false
  let stopped = true
  let caughtUp = false
  let retryIn = FIRST_RETRY
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (next: ReplicationStatus): void => {
    status = next
    for (const listener of listeners) listener()
  }

  const waitingStatus = (state: ReplicationStatus['state'], waiting: number): ReplicationStatus => ({
    state,
    waiting,
    ...(waiting > 0 && { oldestAt: status.oldestAt ?? Date.now() }),
  })

  const prune = async (): Promise<void> => {
    const covered = await db.meta.get(READ_MODEL_SEQ)
    const upTo = Math.min(await passedByAll(db), typeof covered?.value === 'number' ? covered.value : 0) - KEPT
    const first = await db.changes.limit(1).primaryKeys()
    if (first[0] !== undefined && upTo - first[0] > PRUNE_EVERY) await pruneChanges(db, upTo)
  }

  const pushBatch = async (): Promise<boolean> => {
    const { pushed } = await readPosition(db, target)
    const waiting = await db.changes.where('seq').above(pushed).count()
    // Told before the records are read: until then the window would go on saying that all is saved.
    if (waiting > 0) tell(waitingStatus('pushing', waiting))
    const batch = await db.changes.where('seq').above(pushed).limit(PUSH_BATCH).toArray()
    const last = batch.at(-1)?.seq
    if (last === undefined) return false
    const own = new Map(
      batch.filter(({ from }) => from !== target).map((change) => [`${change.table}/${change.id}`, change]),
    )
    const states = await statesOf(db, [...own.values()])
    const given = states.length > 0 ? (await replica.push(states)).cursor : undefined
    // Only where nobody else writes, and everything before was pulled: else the cursor would run ahead of the data.
    const cursor = caughtUp && !replica.capabilities.shared ? given : undefined
    await movePosition(db, target, { pushed: last, ...(cursor !== undefined && { cursor }) })
    await prune()
    return true
  }

  const pushAll = async (): Promise<void> => {
    do {
      again = false
      while (await pushBatch());
    } while (again)
    retryIn = FIRST_RETRY
    tell({ state: 'idle', waiting: 0 })
  }

  const push = (): Promise<void> => {
    again = true
    running ??= pushAll()
      .catch(async (error: unknown) => {
        const { pushed } = await readPosition(db, target)
        const waiting = await db.changes.where('seq').above(pushed).count()
        tell({ ...waitingStatus('failed', waiting), error: asAppError(error) })
        schedule()
        throw error
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  const pushQuietly = (): void => {
    push().catch(() => undefined)
  }

  const schedule = (): void => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(pushQuietly, retryIn)
    retryIn = Math.min(retryIn * 2, LAST_RETRY)
  }

  return {
    pull: async (onProgress = () => undefined) => {
      let changed = 0
      let seen = 0
      let { cursor } = await readPosition(db, target)
      for (;;) {
        const page = await replica.pull(cursor, BATCH)
        const stuck = page.cursor === cursor
        if (page.records.length > 0 || !stuck) changed += await applyStates(db, target, page.records, page.cursor)
        seen += page.records.length
        cursor = page.cursor
        if (seen > 0) onProgress(seen)
        caughtUp = !page.more
        if (caughtUp || stuck) return changed
      }
    },
    start: () => {
      stopped = false
      channel.onmessage = pushQuietly
      pushQuietly()
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
      channel.close()
    },
    flush: push,
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
