import { z } from 'zod'

import { AppError } from '../../shared/app-error.ts'

/** What to say when a record does not fit its schema, or (without `error`) is not there. */
export const invalidInput = (table: string, error: z.ZodError | undefined, id = ''): AppError => {
  if (!error) return new AppError('recordMissing', { table, id })
  const path = error.issues[0]?.path.join('.') ?? ''
  return new AppError('invalidInput', { table, path }, error)
}

const named = z.object({ name: z.string(), inner: z.unknown().optional() })

/** The names an error goes by: Dexie's own and that of what it wraps. */
const namesOf = (error: unknown): string[] => {
  const outer = named.safeParse(error).data
  const inner = named.safeParse(outer?.inner).data
  return [outer?.name, inner?.name].filter((name) => name !== undefined)
}

/** What browsers report for a database that they can't read any more: `UnknownError` of the IndexedDB standard. */
const DAMAGE = ['UnknownError', 'DataError', 'NotReadableError']

/** Whether the database itself is damaged: not a full disk, a passing failure, or one of a newer version. */
export const isDamaged = (error: unknown): boolean => {
  const names = namesOf(error)
  return DAMAGE.some((name) => names.includes(name)) && !names.includes('QuotaExceededError')
}

/** What the program itself does wrong inside a transaction; the database is none the worse. */
const FAULTS = ['TypeError', 'RangeError', 'ReferenceError', 'ZodError']

/** An error of IndexedDB in the program's own terms. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  const names = namesOf(error)
  if (names.includes('QuotaExceededError')) return new AppError('quotaExceeded', {}, error)
  if (names.includes('VersionError')) return new AppError('newerFormat', {}, error)
  if (FAULTS.some((name) => names.includes(name))) return new AppError('internal', {}, error)
  return new AppError(names.includes('AbortError') ? 'cancelled' : 'databaseBroken', {}, error)
}
