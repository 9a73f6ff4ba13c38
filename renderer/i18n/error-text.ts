import type { I18n } from './i18n.ts'
import type { MessageParams } from './translator.ts'

const isParams = (value: unknown): value is MessageParams =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string' || typeof each === 'number')

/** What went wrong and what to do, in the language: `error.<code>` of an `AppError`, for anything else the general text. */
export const errorText = ({ tx }: Pick<I18n, 'tx'>, error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal'
  const params = error instanceof Error && 'params' in error && isParams(error.params) ? error.params : {}
  return tx(`error.${code}`, tx('error.internal', code), params)
}
