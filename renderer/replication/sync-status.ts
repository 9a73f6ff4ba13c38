import { AppError, type ErrorCode } from '../../shared/app-error.ts'
import type { ExchangeProgress } from './exchange.ts'

export type SyncStatus = {
  /**
   * `off`: the book syncs nowhere. `needs`: something must be given first. `asks`: the fail-safe stopped it, see
   * `allowRemovals`.
   */
  state: 'off' | 'upToDate' | 'syncing' | 'offline' | 'failed' | 'asks' | 'needs'
  /** Changes not yet at the place, and since when there are some, in Unix milliseconds. */
  waiting: number
  oldestAt?: number
  /** The last complete exchange, in Unix milliseconds. */
  lastAt?: number
  /** offline and failed: why; asks: `syncWouldRemove` with `count`, `total` and `direction` (`in` or `out`). */
  error?: AppError
  /**
   * What is worth knowing though it goes on: `syncClock` with `minutes`, positive when this computer's is behind, or why
   * messages of web forms could not be taken.
   */
  notice?: AppError
  needs?: 'key' | 'password'
  progress?: ExchangeProgress
}

/** What another try does not change: someone has to do something first. */
const lasting = new Set<ErrorCode>([
  'syncLogin',
  'syncWrongBook',
  'syncTargetChanged',
  'syncNotSealed',
  'syncKeyMissing',
  'syncPasswordMissing',
  'syncWouldRemove',
  'syncOff',
  'locked',
])

export const isLasting = ({ code }: AppError): boolean => lasting.has(code)

export const asAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('internal', {}, error)

/** Where this computer has no network at all, a name that was not found says nothing about the name. */
export const withoutNetwork = (error: AppError, isOnline: boolean): AppError =>
  error.code === 'syncUnreachable' && error.params['why'] === 'name' && !isOnline
    ? new AppError('syncUnreachable', { ...error.params, why: 'network' }, error)
    : error

/** How a failure shows. */
export const failureOf = (error: AppError): Pick<SyncStatus, 'state' | 'error' | 'needs'> => {
  if (error.code === 'syncKeyMissing') return { state: 'needs', needs: 'key', error }
  if (error.code === 'syncPasswordMissing') return { state: 'needs', needs: 'password', error }
  if (error.code === 'syncWouldRemove') return { state: 'asks', error }
  return { state: error.code === 'syncUnreachable' ? 'offline' : 'failed', error }
}
