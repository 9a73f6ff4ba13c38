import { createContext, use, useSyncExternalStore } from 'react'

import type { ReplicationStatus, Replicator } from './replicator.ts'

const ReplicationContext = createContext<Replicator | undefined>(undefined)

export const ReplicationProvider = ReplicationContext.Provider

/** The replicator of the journal. Only inside `ReplicationProvider`. */
export const useReplicator = (): Replicator => {
  const replicator = use(ReplicationContext)
  if (!replicator) throw new Error('useReplicator outside ReplicationProvider')
  return replicator
}

/** What is not yet safe in the files, live. */
export const useReplication = (): ReplicationStatus => {
  const { subscribe, status } = useReplicator()
  return useSyncExternalStore(subscribe, status)
}
