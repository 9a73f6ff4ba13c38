export { ReplicationProvider, useReplication, useReplicator } from './hooks.ts'
export { journalReplica } from './journal.ts'
export { createReplicator, type ReplicationStatus, type Replicator } from './replicator.ts'
