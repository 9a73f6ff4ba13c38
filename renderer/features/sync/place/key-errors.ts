import { AppError, type ErrorCode } from '../../../../shared/app-error.ts'
import { errorText, type I18n } from '../../../i18n/index.ts'

const codes = new Set<ErrorCode>(['wrongPassphrase', 'tooManyAttempts', 'syncKeyMissing', 'invalidInput'])

/** Whether another passphrase or recovery key is what would help. */
export const isAboutKey = (error: unknown): boolean => error instanceof AppError && codes.has(error.code)

/** What is wrong with a key that was given, for its field. A recovery key has a check: a slip is told from another key. */
export const keyErrorText = (i18n: I18n, error: unknown): string =>
  error instanceof AppError && error.code === 'invalidInput' ? i18n.t('lock.mistyped') : errorText(i18n, error)
