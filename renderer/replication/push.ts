import { AppError } from '../../shared/app-error.ts'
import { type Aside, ERASED, type RecordState, type Replica } from '../../shared/change/index.ts'
import {
  asidesOf,
  type BookDatabase,
  forgetAsides,
  keepAsides,
  movePosition,
  readPosition,
  statesOf,
} from '../data/index.ts'
import { countRemovals, isRemoved, type Removals } from './removals.ts'
import { countRecords, walkOn } from './tables.ts'

export type PushOptions = {
  allow: boolean
  /** Keys of records that need not go out. */
  known: ReadonlySet<string>
  there: Removals
  /** ISO 8601: what was made after it never was at the replica; '' when there was no exchange yet. */
  lastAt: string
  signal: AbortSignal
  now: () => number
  /** Told before the first tombstone goes out. */
  onErased: () => Promise<void>
  onProgress: (done: number, total: number) => void
}

export type Pushed = { out: number; aside: Aside[] }

/** Records of one push: what is read and packed at one go, beside what the window has to do. */
const PUSH_BATCH = 250
/** Lines of the outbox read at one go: many of them came from the replica itself. */
const LINES = 2_000

const keyOf = ({ table, id }: { table: string; id: string }): string => `${table}/${id}`

const stopIf = (signal: AbortSignal): void => {
  if (signal.aborted) throw new AppError('cancelled')
}

/** Sends some records and keeps what was not taken. */
const send = async (db: BookDatabase, replica: Replica, states: readonly RecordState[], options: PushOptions) => {
  if (states.length === 0) return { out: 0, aside: [] }
  if (states.some(({ values }) => Object.hasOwn(values, ERASED))) await options.onErased()
  const { target } = replica.identity()
  const { aside = [] } = await replica.push(states)
  const refused = new Set(aside.map(({ key }) => key))
  const earlier = (await asidesOf(db, target)).filter(({ direction }) => direction === 'out')
  const sent = new Set(states.map(keyOf))
  const taken = earlier.filter(({ key }) => sent.has(key) && !refused.has(key)).map(({ key }) => key)
  if (taken.length > 0) await forgetAsides(db, target, taken)
  if (aside.length > 0) await keepAsides(db, target, 'out', aside, options.now())
  return { out: states.length - aside.length, aside }
}

/** Goes through all tables for a replica that may have nothing of them yet. */
const pushWalk = async (db: BookDatabase, replica: Replica, options: PushOptions, result: Pushed): Promise<void> => {
  const { target } = replica.identity()
  let { walk } = await readPosition(db, target)
  if (!walk) return
  if (!options.allow) await options.there.check(db, 'out')
  const total = await countRecords(db)
  let done = 0
  while (walk) {
    stopIf(options.signal)
    const { states, next }: Awaited<ReturnType<typeof walkOn>> = await walkOn(db, walk, PUSH_BATCH)
    const lacking = states.filter((state) => !options.known.has(keyOf(state)))
    const { out, aside } = await send(db, replica, lacking, options)
    result.out += out
    result.aside.push(...aside)
    await movePosition(db, target, { walk: next })
    walk = next
    done += states.length
    options.onProgress(Math.min(done, total), total)
  }
}

type Line = { seq?: number; table: string; id: string; from?: string }

/** The lines of a part of the outbox that the replica is to hear of, each record once. */
const ownOf = (lines: readonly Line[], target: string): Line[] => [
  ...new Map(lines.filter(({ from }) => from !== target).map((line) => [keyOf(line), line])).values(),
]

/** Stops where what waits would remove too much at the replica. */
const checkOutbox = async (db: BookDatabase, target: string, { allow, lastAt }: PushOptions): Promise<void> => {
  if (allow) return
  const removals = countRemovals()
  let { pushed } = await readPosition(db, target)
  for (;;) {
    const lines = await db.changes.where('seq').above(pushed).limit(LINES).toArray()
    const last = lines.at(-1)?.seq
    if (last === undefined) break
    for (const state of await statesOf(db, ownOf(lines, target))) {
      const { createdAt } = state.values
      // What was made and removed since then never was there.
      const isNew = typeof createdAt === 'string' && lastAt !== '' && createdAt > lastAt
      if (isRemoved(state) && !isNew) removals.add(state)
    }
    pushed = last
  }
  await removals.check(db, 'out')
}

/**
 * Counts outbox lines that a replica has not heard of yet, those that came from it aside. Looks at each line once: while
 * the place is out of reach every save asks how many there are.
 */
export const createWaitingCounter = (db: BookDatabase): ((target: string) => Promise<number>) => {
  let counted = { target: '', pushed: 0, upTo: 0, waiting: 0 }
  return async (target) => {
    const { pushed } = await readPosition(db, target)
    const isKnown = counted.target === target && counted.pushed === pushed
    let { upTo, waiting } = isKnown ? counted : { upTo: pushed, waiting: 0 }
    for (;;) {
      const lines = await db.changes.where('seq').above(upTo).limit(LINES).toArray()
      waiting += lines.filter(({ from }) => from !== target).length
      upTo = lines.at(-1)?.seq ?? upTo
      if (lines.length < LINES) break
    }
    counted = { target, pushed, upTo, waiting }
    return waiting
  }
}

const pushTail = async (db: BookDatabase, replica: Replica, options: PushOptions, result: Pushed): Promise<void> => {
  const { target } = replica.identity()
  const total = await createWaitingCounter(db)(target)
  let done = 0
  for (;;) {
    stopIf(options.signal)
    const { pushed } = await readPosition(db, target)
    const lines = await db.changes.where('seq').above(pushed).limit(LINES).toArray()
    const last = lines.at(-1)?.seq
    if (last === undefined) return
    const own = ownOf(lines, target)
    for (let at = 0; at < own.length; at += PUSH_BATCH) {
      stopIf(options.signal)
      const { out, aside } = await send(db, replica, await statesOf(db, own.slice(at, at + PUSH_BATCH)), options)
      result.out += out
      result.aside.push(...aside)
      done += PUSH_BATCH
      options.onProgress(Math.min(done, total), total)
    }
    await movePosition(db, target, { pushed: last })
  }
}

/**
 * Gives a shared replica everything that it has not: all tables once, page by page with the place kept, then what the
 * outbox tells of. Records that it does not take are kept aside while the rest goes on.
 * @throws AppError `syncWouldRemove`, `cancelled`, and what the replica throws
 */
export const pushAll = async (db: BookDatabase, replica: Replica, options: PushOptions): Promise<Pushed> => {
  const result: Pushed = { out: 0, aside: [] }
  await checkOutbox(db, replica.identity().target, options)
  await pushWalk(db, replica, options, result)
  await pushTail(db, replica, options, result)
  return result
}
