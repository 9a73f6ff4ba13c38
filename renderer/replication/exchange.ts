import type { AppError } from '../../shared/app-error.ts'
import type { Replica } from '../../shared/change/index.ts'
import type { Desktop } from '../../shared/desktop-api.ts'
import {
  asidesOf,
  type Book,
  type BookDatabase,
  findPosition,
  findSuspects,
  followMerges,
  forgetAsides,
  lastExchange,
  meetReplica,
  mustForget,
  setLastExchange,
  setMustForget,
  sweepErased,
  takeIntake,
  tidyErased,
} from '../data/index.ts'
import { type Pulled, pullAll } from './pull.ts'
import { pushAll } from './push.ts'
import { asAppError } from './sync-status.ts'

export type ExchangeProgress = { direction: 'in' | 'out'; done: number; total?: number }

export type ExchangeOptions = {
  /** Whether any number of records may be removed. */
  allow: boolean
  signal: AbortSignal
  now: () => number
  onProgress: (progress: ExchangeProgress) => void
}

export type Exchanged = {
  in: number
  out: number
  aside: number
  /** How far the newest stamp that came in is ahead of this computer's clock, in milliseconds. */
  ahead: number
  /** Why messages of web forms could not be taken, while all else went well. */
  intakeError?: AppError
}

/** Forgets what was put aside before and came in after all. */
const settleAsides = async (db: BookDatabase, target: string, { aside, whole }: Pulled) => {
  if (!whole) return
  const named = new Set(aside.map(({ key }) => key))
  const gone = (await asidesOf(db, target)).filter(({ direction, key }) => direction === 'in' && !named.has(key))
  await forgetAsides(
    db,
    target,
    gone.map(({ key }) => key),
  )
}

/**
 * What follows in the book from what came in: conflicts to look at, links of merged records, and what hangs on erased
 * ones.
 * @param changed how many records came in: without any no merge can have been one
 */
export const settleIn = async (book: Book, changed: number): Promise<void> => {
  await findSuspects(book.db)
  await sweepErased(book)
  if (changed > 0) await followMerges(book)
}

/**
 * One exchange with a shared replica: everything in, what follows from it, everything out. Each step can be broken off
 * anywhere and is gone on with by the next exchange.
 * @throws AppError `syncWouldRemove` {count, total, direction} before too much is removed, `cancelled`, and what the
 * replica throws
 */
export const exchange = async (
  book: Book,
  desktop: Desktop,
  replica: Replica,
  { allow, signal, now, onProgress }: ExchangeOptions,
): Promise<Exchanged> => {
  const { db } = book
  const { target } = replica.identity()
  await meetReplica(db, target)
  const walk = (await findPosition(db, target))?.walk
  const lastAt = await lastExchange(db, target)
  const pulled = await pullAll(db, replica, {
    allow,
    keep: true,
    compare: walk !== undefined,
    // Until the walk has begun it is not known how much it would remove: that takes the whole place.
    anew: walk?.table === '',
    signal,
    now,
    onProgress: (done) => onProgress({ direction: 'in', done }),
  })
  await settleAsides(db, target, pulled)
  await settleIn(book, pulled.changed)
  const intakeError = await takeMessages(book, desktop)
  const pushed = await pushAll(db, replica, {
    allow,
    known: pulled.known,
    there: pulled.there,
    lastAt: lastAt === undefined ? '' : new Date(lastAt).toISOString(),
    signal,
    now,
    onErased: () => setMustForget(db, true),
    onProgress: (done, total) => onProgress({ direction: 'out', done, total }),
  })
  await setLastExchange(db, target, now())
  await tidy(book, desktop)
  return {
    in: pulled.changed,
    out: pushed.out,
    aside: pulled.aside.length + pushed.aside.length,
    ahead: pulled.ahead,
    ...(intakeError && { intakeError }),
  }
}

const takeMessages = (book: Book, desktop: Desktop): Promise<AppError | undefined> =>
  takeIntake(book, desktop).then(() => undefined, asAppError)

/** Takes what was erased out of the files here and at the place. What fails is tried again by the next exchange. */
const tidy = async (book: Book, desktop: Desktop): Promise<void> => {
  await tidyErased(book, desktop).catch(() => undefined)
  if (!(await mustForget(book.db))) return
  try {
    await desktop.call('sync.forget', { bookId: book.id })
    await setMustForget(book.db, false)
  } catch {
    // Told by nobody: the records themselves are gone, and the flag stays.
  }
}
