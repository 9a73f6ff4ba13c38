export {
  applyStates,
  isEmpty,
  type Position,
  pruneChanges,
  readPosition,
  savePosition,
  startOver,
  statesOf,
} from './apply.ts'
export { type Backup, makeBackup } from './backup.ts'
export {
  type Book,
  type BookOptions,
  changesChannel,
  deleteDatabase,
  openBook,
  type WriteEvent,
  type WriteLabel,
  type WriteOptions,
  type WriteResult,
} from './book.ts'
export {
  type BookDatabase,
  createDatabase,
  DATABASE_PREFIX,
  databaseName,
  isKnownTable,
  rowsOf,
  type Stored,
} from './database.ts'
export type { Draft, NewRecord, Patch, WritableTable } from './draft.ts'
export { isDamaged, toAppError } from './errors.ts'
export {
  BookProvider,
  useAll,
  useBook,
  useCustomerPage,
  useHistory,
  useLinked,
  useListItems,
  usePipelines,
  useRecord,
  useRecords,
  useSettings,
  useTrash,
} from './hooks.ts'
export { type CustomerPage, readCustomerPage } from './linked.ts'
export { planRestore, type RestorePlan, restoreBackup } from './restore.ts'
export { type BookChoices, seedBook } from './seed.ts'
export { undoImport } from './undo-import.ts'
