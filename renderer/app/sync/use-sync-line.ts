import { useEffect, useState } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { useSyncStatus } from '../../replication/index.ts'
import { useSyncPaused } from '../../view-state/index.ts'
import { type SyncLine, syncLine } from './sync-line.ts'

const EVERY = 1_000

/** How sync stands, live; undefined while the book does not sync. */
export const useSyncLine = (): SyncLine | undefined => {
  const i18n = useI18n()
  const status = useSyncStatus()
  const isPaused = useSyncPaused((store) => store.isPaused)
  const [now, setNow] = useState(Date.now)
  const counting = status.waiting > 0
  useEffect(() => {
    if (!counting) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), EVERY)
    return () => clearInterval(timer)
  }, [counting])
  return syncLine(i18n, status, isPaused, now)
}
