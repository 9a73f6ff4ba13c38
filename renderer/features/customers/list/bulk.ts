import { AppError } from '../../../../shared/app-error.ts'
import type { Book, WriteLabel } from '../../../data/index.ts'
import type { ReadModel } from '../../../read-model/api.ts'
import type { GridSelection } from '../../../ui/index.ts'
import type { CustomerQuery } from './use-customer-rows.ts'

/** The ids a selection stands for: those ticked, or all that fit the list's question but those unticked. */
export const selectedIds = async (
  model: Pick<ReadModel, 'select'>,
  query: CustomerQuery,
  { mode, ids }: GridSelection,
): Promise<string[]> => {
  if (mode === 'some') return [...ids]
  const { count } = await model.select({ noun: 'customers', ...query, offset: 0, limit: 0 })
  const all = await model.select({ noun: 'customers', ...query, offset: 0, limit: count })
  return all.ids.filter((id) => !ids.has(id))
}

const BATCH = 250

export type BulkWork = {
  label: WriteLabel
  ids: readonly string[]
  /** The values that every record gets, by path; undefined clears one. */
  paths: (now: string) => Readonly<Record<string, unknown>>
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
  { label, ids, paths, onProgress, signal }: BulkWork,
): Promise<void> => {
  await book.write(label, async (draft) => {
    for (let at = 0; at < ids.length; at += BATCH) {
      if (signal.aborted) throw new AppError('cancelled')
      const batch = ids.slice(at, at + BATCH)
      await draft.setPathsOfAll('customers', batch, (_, now) => paths(now))
      onProgress(Math.min(ids.length, at + batch.length))
    }
  })
}
