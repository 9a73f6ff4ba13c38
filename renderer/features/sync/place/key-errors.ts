import { AppError, type ErrorCode } from '../../../../shared/app-error.ts'

const codes = new Set<ErrorCode>(['wrongPassphrase', 'tooManyAttempts', 'syncKeyMissing'])

/** Whether another passphrase or recovery key is what would help. */
export const isAboutKey = (error: unknown): boolean => error instanceof AppError && codes.has(error.code)
