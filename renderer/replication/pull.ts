import { AppError } from '../../shared/app-error.ts'
import { type Aside, ERASED, merge, type RecordState, type Replica, sameState } from '../../shared/change/index.ts'
import { applyStates, type BookDatabase, keepAsides, readPosition, setMustForget, statesOf } from '../data/index.ts'
import { examine } from './examine.ts'
import { countRemovals, isRemoved, partRemovals, type Removals } from './removals.ts'

export type PullOptions = {
  /** Whether any number of records may be removed. */
  allow: boolean
  /** Whether the position is kept: a sync file is read once. */
  keep: boolean
  /** Whether this book has records that the replica may not have: then `known` and `there` are worked out. */
  compare: boolean
  /** Whether the replica is read from its start, wherever the position is. */
  anew?: boolean
  signal: AbortSignal
  now: () => number
  /** Told after each page: records so far. */
  onProgress: (done: number) => void
}

export type Pulled = {
  /** Records that changed here. */
  changed: number
  aside: Aside[]
  /** How far the newest stamp is ahead of this computer's clock, in milliseconds. */
  ahead: number
  /** Whether the replica was read from its start. */
  whole: boolean
  /** Keys of records that need not go out: the replica has all of them. */
  known: Set<string>
  /** Records that live there and are removed here. */
  there: Removals
}

const BATCH = 1_000
/** Removals kept in memory until it is clear how many there are. */
const MOST_HELD = 50_000

const isTombstone = ({ values }: RecordState): boolean => Object.hasOwn(values, ERASED)

const keyOf = ({ table, id }: RecordState): string => `${table}/${id}`

/** Notes what of a page the replica has at least as new as the book, and what it still has that is removed here. */
const compareWith = async (db: BookDatabase, states: readonly RecordState[], { known, there }: Pulled) => {
  const held = new Map((await statesOf(db, states)).map((state) => [keyOf(state), state]))
  for (const state of states) {
    const here = held.get(keyOf(state))
    if (!here || sameState(merge(here, state), merge(state, state))) known.add(keyOf(state))
    else if (isRemoved(here) && !isRemoved(state)) there.add(state)
  }
}

/**
 * Brings in everything that a shared replica has and the book has not, page by page, each with the cursor that covers
 * it. What can't be taken is kept aside first. What would remove a living record waits until all is read: from then on the cursor stays, so that a crash reads it
 * again, and it is put in only when it is few enough or allowed.
 * @throws AppError `syncWouldRemove`, `cancelled`, and what the replica throws; what came in until then stays
 */
export const pullAll = async (db: BookDatabase, replica: Replica, options: PullOptions): Promise<Pulled> => {
  const { target } = replica.identity()
  const start = options.keep && options.anew !== true ? (await readPosition(db, target)).cursor : null
  const pulled: Pulled = {
    changed: 0,
    aside: [],
    ahead: 0,
    whole: start === null,
    known: new Set(),
    there: countRemovals(),
  }
  const removals = countRemovals()
  const held: RecordState[] = []
  let overfull = false
  let seen = 0
  let cursor = start
  const put = async (states: readonly RecordState[], upTo: string | undefined) => {
    pulled.changed += await applyStates(db, target, states, options.keep ? upTo : undefined)
  }
  for (;;) {
    if (options.signal.aborted) throw new AppError('cancelled')
    const page = await replica.pull(cursor, BATCH)
    const { good, odd, ahead } = await examine(page.records, options.now(), options.signal)
    const aside = [...odd, ...(page.aside ?? [])]
    pulled.aside.push(...aside)
    pulled.ahead = Math.max(pulled.ahead, ahead)
    // Both are kept before the cursor passes them: the next page may not come.
    if (aside.length > 0) await keepAsides(db, target, 'in', aside, options.now())
    if (options.keep && good.some(isTombstone)) await setMustForget(db, true)
    if (options.compare) await compareWith(db, good, pulled)
    const { removing, others } = options.allow ? { removing: [], others: good } : await partRemovals(db, good)
    for (const state of removing) removals.add(state)
    overfull ||= held.length + removing.length > MOST_HELD
    if (!overfull) held.push(...removing)
    const stuck = page.cursor === cursor
    const passes = held.length === 0 && !overfull
    if (others.length > 0 || !stuck) await put(others, passes ? page.cursor : undefined)
    cursor = page.cursor
    seen += page.records.length
    if (seen > 0) options.onProgress(seen)
    if (!page.more || stuck) break
  }
  if (held.length > 0 || overfull) {
    await removals.check(db, 'in')
    for (let at = 0; at < held.length; at += BATCH)
      await put(held.slice(at, at + BATCH), at + BATCH >= held.length && !overfull ? cursor : undefined)
  }
  return pulled
}
