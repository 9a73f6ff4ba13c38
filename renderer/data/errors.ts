import { z } from 'zod'

import { AppError } from '../../shared/app-error.ts'

/** What to say when a record does not fit its schema, or (without `error`) is not there. */
export const invalidInput = (table: string, error: z.ZodError | undefined, id = ''): AppError => {
  if (!error) return new AppError('recordMissing', { table, id })
  const path = error.issues[0]?.path.join('.') ?? ''
  return new AppError('invalidInput', { table, path }, error)
}

const named = z.object({ name: z.string(), inner: z.unknown().optional() })

/** An error of IndexedDB in the program's own terms. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  const parsed = named.safeParse(error)
  const inner = parsed.success ? named.safeParse(parsed.data.inner) : undefined
  const names = [parsed.data?.name, inner?.data?.name]
  if (names.includes('QuotaExceededError')) return new AppError('quotaExceeded', {}, error)
  return new AppError(names.includes('AbortError') ? 'cancelled' : 'databaseBroken', {}, error)
}
