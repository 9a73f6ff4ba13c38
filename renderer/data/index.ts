export {
  applyStates,
  isEmpty,
  pruneChanges,
  readPosition,
  savePosition,
  startOver,
  statesOf,
} from './apply.ts'
export { type Backup, makeBackup } from './backup.ts'
export {
  type Book,
  changesChannel,
  deleteDatabase,
  openBook,
  type WriteLabel,
  type WriteOptions,
} from './book.ts'
export {
  type BookDatabase,
  createDatabase,
  DATABASE_PREFIX,
  isKnownTable,
  READ_MODEL_SEQ,
  rowsOf,
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
export { type BookChoices, completeLists, seedBook } from './seed.ts'
export { undoImport } from './undo-import.ts'
