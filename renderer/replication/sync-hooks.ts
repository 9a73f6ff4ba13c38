import { createContext, use, useSyncExternalStore } from 'react'

import type { Sync } from './sync.ts'
import type { SyncStatus } from './sync-status.ts'

const SyncContext = createContext<Sync | undefined>(undefined)

export const SyncProvider = SyncContext.Provider

/** The syncing of the open book. Only inside `SyncProvider`. */
export const useSync = (): Sync => {
  const sync = use(SyncContext)
  if (!sync) throw new Error('useSync outside SyncProvider')
  return sync
}

/** How syncing stands, live. */
export const useSyncStatus = (): SyncStatus => {
  const { subscribe, status } = useSync()
  return useSyncExternalStore(subscribe, status)
}
