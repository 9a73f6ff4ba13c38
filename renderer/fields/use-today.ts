import { useSyncExternalStore } from 'react'

import { today } from '../../shared/domain/day.ts'

const CHECK_EVERY_MS = 20_000

const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, CHECK_EVERY_MS)
  document.addEventListener('visibilitychange', listener)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', listener)
  }
}

const now = (): string => today(new Date())

/** The local day (`YYYY-MM-DD`), live: a window that stays open over midnight, or wakes up on Monday, follows. */
export const useToday = (): string => useSyncExternalStore(subscribe, now)
