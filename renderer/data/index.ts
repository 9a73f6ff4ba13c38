export { applyStates, isEmpty, pruneChanges, settled, startOver } from './apply.ts'
export { type Backup, makeBackup } from './backup.ts'
export { blockedAs, blockedHashes, unblock } from './blocklist.ts'
export {
  type Book,
  changesChannel,
  deleteDatabase,
  openBook,
  type WriteLabel,
  type WriteOptions,
} from './book.ts'
export { type OpenConflict, readConflicts, type SettledConflict, settleConflict, settleConflicts } from './conflicts.ts'
export {
  type BookDatabase,
  bookOfDatabase,
  createDatabase,
  type DatabaseAccess,
  isKnownTable,
  READ_MODEL_SEQ,
  rowsOf,
} from './database.ts'
export type { Draft, NewRecord, Patch, WritableTable } from './draft.ts'
export { erasePerson, planErasure, tidyErased } from './erase.ts'
export { isDamaged, toAppError } from './errors.ts'
export { followMerges } from './follow-merges.ts'
export {
  BookProvider,
  useAll,
  useBook,
  useCustomerPage,
  useHistory,
  useLinked,
  useLinkedCounts,
  useListItems,
  useMerged,
  usePipelines,
  useRecord,
  useRecords,
  useSettings,
  useTrash,
} from './hooks.ts'
export { storePhotos } from './import-photos.ts'
export {
  forgetImport,
  keepImport,
  keepRowRecords,
  keepRows,
  keptImports,
  readKeptImport,
  readKeptRows,
  readRowRecords,
} from './import-store.ts'
export { takeIntake } from './intake.ts'
export { type CustomerPage, readCustomerPage } from './linked.ts'
export type { AsideEntry, SyncLogEntry } from './local-tables.ts'
export {
  addToCustomer,
  type MergeRequest,
  markNotSame,
  mergeCustomers,
  revokeNotSame,
} from './merge-customers.ts'
export { replaced, says } from './move-links.ts'
export { pagesOf } from './pages.ts'
export { readPerson } from './person.ts'
export {
  findPosition,
  forgetPositions,
  meetReplica,
  movePosition,
  passedByAll,
  readPosition,
} from './positions.ts'
export { dropErasedFiles, planRestore, type RestorePlan, restoreBackup } from './restore.ts'
export { createTextSeal } from './sealed/text-seal.ts'
export { type BookChoices, completeLists, seedBook } from './seed.ts'
export { statesOf } from './states.ts'
export { findSuspects } from './suspects.ts'
export { sweepErased } from './sweep.ts'
export { useAsides, useConflictCount, useConflicts, useSyncLog } from './sync-hooks.ts'
export {
  asidesOf,
  dismissAside,
  forgetAsides,
  isOtherVersion,
  keepAsides,
  lastExchange,
  logSync,
  mustForget,
  setLastExchange,
  setMustForget,
  waitingSince,
} from './sync-store.ts'
export { undoImport } from './undo-import.ts'
export { undoMerge } from './undo-merge.ts'
