import { AppError } from '../../shared/app-error.ts'
import type { Desktop, DesktopOutput } from '../../shared/desktop-api.ts'
import {
  asidesOf,
  type Book,
  changesChannel,
  findPosition,
  forgetPositions,
  isOtherVersion,
  lastExchange,
  logSync,
  movePosition,
  waitingSince,
} from '../data/index.ts'
import { createBackoff } from './backoff.ts'
import { clockNotice } from './clock.ts'
import { type Exchanged, exchange } from './exchange.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { createWaitingCounter } from './push.ts'
import { SYNC_PREFIX, sharedReplica } from './shared.ts'
import { asAppError, failureOf, isLasting, type SyncStatus, withoutNetwork } from './sync-status.ts'

/** Syncs the book with the place that the desktop side knows. */
export type Sync = {
  /** Exchanges now, after changes here and every half minute, until stopped. Can be started again. */
  start: () => void
  stop: () => void
  /** Exchanges now, whatever stood in the way before. Resolves when it is over; the status says how it went. */
  syncNow: () => Promise<void>
  /** After anything about the place, its secrets or its key has changed. Resolves when the new state is known. */
  reload: () => Promise<void>
  /** Answers `asks`: lets the exchange that was stopped go on, and only that one. */
  allowRemovals: () => void
  status: () => SyncStatus
  subscribe: (listener: () => void) => () => void
}

type SyncOptions = { now?: () => number; random?: () => number }

const AFTER_CHANGE = 1_000
const EVERY = 30_000
/** While another window does it. */
const ELSEWHERE = 2_000

type Config = DesktopOutput<'sync.state'>

export const createSync = (
  book: Book,
  desktop: Desktop,
  { now = Date.now, random = Math.random }: SyncOptions = {},
): Sync => {
  const { db } = book
  const listeners = new Set<() => void>()
  const backoff = createBackoff(random)
  const clock = clockNotice(desktop, now)
  const countWaiting = createWaitingCounter(db)
  let status: SyncStatus = { state: 'off', waiting: 0 }
  let config: Config | undefined
  let channel: BroadcastChannel | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let aborter = new AbortController()
  let stopped = true
  let allow = false
  /** Whether anything changed here while an exchange ran. */
  let changed = false

  const tell = (next: SyncStatus): void => {
    status = next
    for (const listener of listeners) listener()
  }

  const targetOf = ({ target }: Config): string => `${SYNC_PREFIX}${target}`

  /** Whether there is a place to exchange with by itself. */
  const isOn = (held: Config | undefined): held is Config =>
    held !== undefined && held.place !== null && held.place.kind !== 'file'

  const standing = async (held: Config): Promise<Pick<SyncStatus, 'waiting' | 'oldestAt' | 'lastAt'>> => {
    const target = targetOf(held)
    const waiting = (await findPosition(db, target)) ? await countWaiting(target) : 0
    const [oldestAt, lastAt] = [await waitingSince(db, waiting > 0, now()), await lastExchange(db, target)]
    return { waiting, ...(oldestAt !== undefined && { oldestAt }), ...(lastAt !== undefined && { lastAt }) }
  }

  const schedule = (wait: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(runQuietly, wait)
  }

  const log = async (began: number, done: Partial<Exchanged>, error?: AppError): Promise<void> => {
    const { notice } = status
    const { in: came = 0, out = 0, aside = 0 } = done
    const last = await db.syncLog.orderBy('id').last()
    // A try that fails like the one before it, and one with nothing to tell, would push the others out of the log.
    if (error ? last?.error?.code === error.code : came + out + aside === 0 && last?.error === undefined) return
    await logSync(db, {
      at: began,
      duration: now() - began,
      in: came,
      out,
      aside,
      ...(error && { error: { code: error.code, params: error.params } }),
      ...(notice && { notice: { code: notice.code, params: notice.params } }),
    })
  }

  /** Reads everything again where that may give what was put aside before. */
  const retryAsides = async (held: Config): Promise<void> => {
    const target = targetOf(held)
    const asides = (await asidesOf(db, target)).filter(({ direction }) => direction === 'in')
    const { version } = await desktop.call('host.info', {})
    const isNewer = await isOtherVersion(db, version)
    const worth = asides.some(({ reason }) => reason === 'otherKey' || (isNewer && reason !== 'damaged'))
    if (worth && (await findPosition(db, target))) await movePosition(db, target, { cursor: null })
  }

  const exchangeNow = async (held: Config): Promise<void> => {
    const began = now()
    const replica = sharedReplica(desktop, book.id, held.target)
    const { error: _, progress: __, needs: ___, ...rest } = status
    const isFirst = status.lastAt === undefined
    if (isFirst || status.waiting > 0 || status.state !== 'upToDate') tell({ ...rest, state: 'syncing' })
    try {
      const done = await exchange(book, desktop, replica, {
        allow,
        signal: aborter.signal,
        now,
        onProgress: (progress) => {
          if (progress.done > 0) tell({ ...rest, state: 'syncing', progress })
        },
      })
      allow = false
      backoff.reset()
      const notice = (await clock.notice(held, done.ahead)) ?? done.intakeError
      tell({ state: 'upToDate', ...(await standing(held)), ...(notice && { notice }) })
      await log(began, done)
      schedule(EVERY)
    } catch (thrown) {
      const error = withoutNetwork(asAppError(thrown), globalThis.navigator?.onLine !== false)
      const { notice } = status
      if (error.code === 'cancelled') return tell({ state: 'upToDate', ...(await standing(held)) })
      tell({ ...failureOf(error), ...(await standing(held)), ...(notice && { notice }) })
      await log(began, {}, error)
      if (isLasting(error)) clearTimeout(timer)
      else schedule(backoff.next())
    }
  }

  const run = async (): Promise<void> => {
    if (running) return running
    await load()
    const held = config
    if (running || !isOn(held) || held.needs !== 'nothing') return running
    clearTimeout(timer)
    aborter = new AbortController()
    running = oneAtATime(`fairbook-sync:${db.name}`, () => exchangeNow(held))
      .then(async (ran) => {
        if (ran) return
        const isDone = await standing(held)
        tell({ state: isDone.waiting > 0 || isDone.lastAt === undefined ? 'syncing' : 'upToDate', ...isDone })
        schedule(ELSEWHERE)
      })
      .catch((error: unknown) => {
        tell({ ...status, ...failureOf(asAppError(error)) })
        schedule(backoff.next())
      })
      .finally(() => {
        running = undefined
        if (changed) void onChange().catch(() => undefined)
      })
    return running
  }

  const onChange = async (): Promise<void> => {
    changed = running !== undefined
    if (!isOn(config) || changed) return
    tell({ ...status, ...(await standing(config)) })
    const isWaiting = status.waiting > 0 && (status.state === 'upToDate' || status.state === 'syncing')
    if (isWaiting) schedule(AFTER_CHANGE)
  }

  /** Learns where the book syncs, which another window may have changed; `anew` also where that is as it was. */
  const load = async (anew = false): Promise<void> => {
    const held = await desktop.call('sync.state', {})
    if (!anew && JSON.stringify(held) === JSON.stringify(config)) return
    // What was allowed there is not allowed elsewhere.
    if (config) allow = false
    config = held
    await forgetPositions(db, SYNC_PREFIX, isOn(held) ? targetOf(held) : undefined)
    if (held.unproven) return tell({ state: 'failed', waiting: 0, error: new AppError('syncPlaceUnproven') })
    if (!isOn(held)) return tell({ state: 'off', waiting: 0 })
    const { needs } = held
    if (needs !== 'nothing') return tell({ state: 'needs', needs, ...(await standing(held)) })
    tell({ state: 'upToDate', ...(await standing(held)) })
    await retryAsides(held)
  }

  const reload = async (): Promise<void> => {
    clearTimeout(timer)
    aborter.abort()
    await running
    try {
      await load(true)
      if (!stopped) runQuietly()
    } catch (error) {
      config = undefined
      tell({ ...status, ...failureOf(asAppError(error)) })
      schedule(backoff.next())
    }
  }

  /** One that fails before there is anything to exchange with tells it and is tried again. */
  const runQuietly = (): void => {
    run().catch((error: unknown) => {
      tell({ ...status, ...failureOf(asAppError(error)) })
      schedule(backoff.next())
    })
  }

  const online = (): void => schedule(0)

  return {
    start: () => {
      if (!stopped) return
      stopped = false
      channel = new BroadcastChannel(changesChannel(db.name))
      channel.onmessage = () => void onChange().catch(() => undefined)
      globalThis.addEventListener?.('online', online)
      void reload()
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
      aborter.abort()
      channel?.close()
      globalThis.removeEventListener?.('online', online)
    },
    syncNow: async () => {
      backoff.reset()
      await running
      await run().catch((error: unknown) => tell({ ...status, ...failureOf(asAppError(error)) }))
    },
    reload,
    allowRemovals: () => {
      allow = true
      void Promise.resolve(running).then(runQuietly)
    },
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
