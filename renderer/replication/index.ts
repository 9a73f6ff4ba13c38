export { ReplicationProvider, useReplication, useReplicator } from './hooks.ts'
export { journalReplica } from './journal.ts'
export { createReplicator, type Replicator } from './replicator.ts'
