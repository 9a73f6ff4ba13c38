export { SYNC_FILE_ENDING } from './format.ts'
export { openSyncFile, type SyncFile } from './open-sync-file.ts'
export { writeSyncFile } from './write-sync-file.ts'
