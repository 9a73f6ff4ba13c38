import type { Desktop } from '../../../shared/desktop-api.ts'
import { type Sync, useSync } from '../../replication/index.ts'
import { setSyncPaused, useSyncPaused } from '../../view-state/index.ts'

/** Stops syncing for now, and goes on. */
export const usePause = () => {
  const sync = useSync()
  const isPaused = useSyncPaused((store) => store.isPaused)
  return {
    isPaused,
    pause: () => {
      sync.stop()
      setSyncPaused(true)
    },
    goOn: () => {
      sync.start()
      setSyncPaused(false)
    },
  }
}

/**
 * Stops syncing for good. A pause ends with it: nothing would say later why a place that is chosen then gets nothing.
 * @throws AppError
 */
export const leavePlace = async (desktop: Desktop, sync: Sync): Promise<void> => {
  await desktop.call('sync.leave', {})
  setSyncPaused(false)
  sync.start()
  await sync.reload()
}
