import { AppError } from '../../../shared/app-error.ts'
import type { Row } from '../../../shared/change/index.ts'
import type { Book, WritableTable, WriteLabel } from '../../data/index.ts'

const BATCH = 250

export type BulkWork = {
  label: WriteLabel
  /** Customers where left out. */
  table?: WritableTable
  ids: readonly string[]
  /** The values that every record gets, by path; undefined clears one. */
  paths: (now: string, row: Row) => Readonly<Record<string, unknown>>
  /** How many are done. */
  onProgress: (done: number) => void
  signal: AbortSignal
}

/**
 * Changes many records in one write: one undo step, all or nothing. Aborting the signal takes everything back.
 * @throws AppError cancelled
 */
export const runBulk = async (
  book: Pick<Book, 'write'>,
  { label, table = 'customers', ids, paths, onProgress, signal }: BulkWork,
): Promise<void> => {
  await book.write(label, async (draft) => {
    for (let at = 0; at < ids.length; at += BATCH) {
      if (signal.aborted) throw new AppError('cancelled')
      const batch = ids.slice(at, at + BATCH)
      await draft.setPathsOfAll(table, batch, (row, now) => paths(now, row))
      onProgress(Math.min(ids.length, at + batch.length))
    }
  })
}
