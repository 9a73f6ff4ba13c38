import { useSync } from '../../replication/index.ts'
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
