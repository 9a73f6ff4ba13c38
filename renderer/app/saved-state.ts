import { useEffect, useState } from 'react'

import type { AppError } from '../../shared/app-error.ts'
import { useReplication } from '../replication/index.ts'

/** Whether everything is safe in the files. `seconds`: how old the oldest is that is not. */
export type SavedState =
  | { kind: 'saved' }
  | { kind: 'waiting'; waiting: number; seconds: number }
  | { kind: 'failed'; waiting: number; error: AppError | undefined }

const secondsSince = (instant: number | undefined, now: number): number =>
  instant === undefined ? 0 : Math.max(0, Math.round((now - instant) / 1000))

/** Follows the journal; counts the seconds while something waits. */
export const useSavedState = (): SavedState => {
  const { state, waiting, oldestAt, error } = useReplication()
  const [now, setNow] = useState(Date.now)
  const counting = waiting > 0 && state !== 'failed'
  useEffect(() => {
    if (!counting) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [counting])
  if (state === 'failed') return { kind: 'failed', waiting, error }
  if (waiting > 0) return { kind: 'waiting', waiting, seconds: secondsSince(oldestAt, now) }
  return { kind: 'saved' }
}
