import { AppError } from '../../../../shared/app-error.ts'
import { diskError, systemCode } from '../../disk/errors.ts'

/** What a stick that was pulled out or a share that went away says. */
const BROKEN = new Set(['EIO', 'EBADF', 'EHOSTDOWN', 'EHOSTUNREACH', 'ETIMEDOUT', 'ENETUNREACH', 'UNKNOWN'])

/** Another program (a scanner, a copying tool) holds the file just now. */
const BUSY = new Set(['EBUSY', 'EAGAIN'])

/**
 * Tells an error of the file system as one of the place where the book syncs: `syncUnreachable` for a folder that is
 * not there (any more), `syncFull`, `syncBusy`, `readOnly`, `noAccess`. An `AppError` stays as it is.
 */
export const placeError = (error: unknown, place: string, doing: 'reading' | 'writing'): AppError => {
  if (error instanceof AppError) return error
  if (BROKEN.has(systemCode(error))) return new AppError('syncUnreachable', { place, why: 'drive' }, error)
  if (BUSY.has(systemCode(error))) return new AppError('syncBusy', { place }, error)
  const told = diskError(error, place, doing)
  if (told.code === 'folderMissing') return new AppError('syncUnreachable', { place, why: 'missing' }, error)
  if (told.code === 'diskFull') return new AppError('syncFull', { place }, error)
  return told
}

/** Whether a file or folder is not there. */
export const isGone = (error: unknown): boolean => systemCode(error) === 'ENOENT'
