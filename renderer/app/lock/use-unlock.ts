import { useCallback, useEffect, useState } from 'react'

import { AppError } from '../../../shared/app-error.ts'
import type { Desktop, DesktopInput } from '../../../shared/desktop-api.ts'

type KeySource = DesktopInput<'lock.open'>['key']

const SECOND = 1_000

/** Seconds until a moment in Unix milliseconds, counting down; 0 when it has passed. */
const useCountdown = (until: number): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return
    const timer = setInterval(() => setNow(Date.now()), SECOND / 4)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, Math.ceil((until - now) / SECOND))
}

/** Opens the locked book. `wait` is in seconds: after wrong passphrases the next try has to wait. */
export const useUnlock = (desktop: Desktop, onOpened: () => void) => {
  const [until, setUntil] = useState(0)
  const [error, setError] = useState<unknown>()
  const [isPending, setPending] = useState(false)
  const waitFor = useCallback((seconds: number) => setUntil(Date.now() + seconds * SECOND), [])
  const askWait = useCallback(
    () =>
      desktop.call('lock.state', {}).then(
        ({ wait }) => waitFor(wait),
        () => undefined,
      ),
    [desktop, waitFor],
  )
  useEffect(() => void askWait(), [askWait])
  const unlock = async (key: KeySource): Promise<void> => {
    setPending(true)
    setError(undefined)
    try {
      await desktop.call('lock.open', { key })
      onOpened()
    } catch (failure) {
      const seconds = failure instanceof AppError && failure.code === 'tooManyAttempts' && failure.params['seconds']
      if (typeof seconds === 'number') waitFor(seconds)
      else {
        setError(failure)
        await askWait()
      }
      setPending(false)
    }
  }
  return { unlock, error, isPending, wait: useCountdown(until), forget: () => setError(undefined) }
}
