export { SYNC_FILE_ENDING } from './format.ts'
export { openSyncFile, type SyncFile } from './open-sync-file.ts'
export { type SyncFileParts, writeSyncFile } from './write-sync-file.ts'
