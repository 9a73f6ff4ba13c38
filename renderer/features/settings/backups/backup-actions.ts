import { v7 as uuid } from 'uuid'

import { AppError } from '../../../../shared/app-error.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import { type Desktop, type DesktopOutput, MAX_PAGE } from '../../../../shared/desktop-api.ts'
import {
  type Backup,
  type Book,
  dropErasedFiles,
  makeBackup,
  planRestore,
  type RestorePlan,
  restoreBackup,
} from '../../../data/index.ts'

type BackupRecords = ReadonlyMap<string, RecordState>
/** What a restore would do, with the names of a few records of each kind. */
export type Preview = {
  records: BackupRecords
  plan: RestorePlan
  /** Whether it is of another book, left for this one: its records come in beside what is here. */
  isOther: boolean
}

/** Reads a whole backup. @throws AppError backupDamaged, cancelled */
const readBackup = async (
  desktop: Desktop,
  name: string,
  signal: AbortSignal,
  onProgress: (records: number) => void,
): Promise<BackupRecords> => {
  const records = new Map<string, RecordState>()
  let after: string | null = null
  for (;;) {
    const page: DesktopOutput<'backups.read'> = await desktop.call('backups.read', { name, after, limit: MAX_PAGE })
    for (const record of page.records) records.set(`${record.table}/${record.id}`, record)
    onProgress(records.size)
    if (!page.more) return records
    if (signal.aborted) throw new AppError('cancelled')
    after = page.cursor
  }
}

/** Compares the book with a backup and changes nothing. @throws AppError */
export const previewRestore = async (
  desktop: Desktop,
  book: Book,
  { name, bookId }: Pick<Backup, 'name' | 'bookId'>,
  signal: AbortSignal,
  onProgress: (records: number) => void,
): Promise<Preview> => {
  const records = await readBackup(desktop, name, signal, onProgress)
  await dropErasedFiles(book, desktop, records)
  return { records, plan: await planRestore(book, records, bookId), isOther: bookId !== book.id }
}

/** Backs up the book as it is, then brings it to the state of the backup. @throws AppError */
export const carryOut = async (
  desktop: Desktop,
  book: Book,
  { records, plan }: Preview,
  onProgress: (done: number, total: number) => void,
): Promise<void> => {
  await makeBackup(desktop, book, 'restore')
  await restoreBackup(book, records, plan, uuid(), onProgress)
}
