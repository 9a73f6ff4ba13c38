import { useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'

/** One piece of work that can fail: whether it runs, and what went wrong in the user's language. */
export const useAttempt = (): {
  isPending: boolean
  message: string | undefined
  attempt: (work: () => Promise<unknown>) => void
} => {
  const i18n = useI18n()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const attempt = (work: () => Promise<unknown>): void => {
    setPending(true)
    setError(undefined)
    work()
      .catch(setError)
      .finally(() => setPending(false))
  }
  const message = (): string | undefined => {
    if (error === undefined) return undefined
    // A recovery key has a check: a slip is told from another key.
    const isSlip = error instanceof AppError && error.code === 'invalidInput'
    return isSlip ? i18n.t('lock.mistyped') : errorText(i18n, error)
  }
  return { isPending, message: message(), attempt }
}
