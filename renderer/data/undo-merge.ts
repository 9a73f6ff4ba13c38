import { AppError } from '../../shared/app-error.ts'
import type { FieldChange, History } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import type { Effect } from './commit.ts'
import type { WritableTable } from './draft.ts'
import { revert } from './undo.ts'

/** The history row of a customer that tells how it was merged away. */
const mergeOf = async ({ db }: Book, customerId: string): Promise<History | undefined> => {
  const rows = await db.history.where('[recordTable+recordId]').equals(['customers', customerId]).toArray()
  return rows
    .filter(({ what, changes }) => what === 'customersMerged' && changes.some(({ path }) => path === 'mergedInto'))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))[0]
}

const mentions = (value: unknown, ids: readonly string[]): boolean => {
  const text = JSON.stringify(value) ?? ''
  return ids.some((id) => text.includes(id))
}

/** What a merge did to the records of one of its groups and to what hung on them. */
const effectsOn = (rows: readonly History[], ids: readonly string[]): Effect[] =>
  rows.flatMap(({ recordTable, recordId, changes }): Effect[] => {
    const isOwn = ids.some((id) => recordId.includes(id))
    const own = isOwn ? changes : changes.filter((change: FieldChange) => mentions(change, ids))
    // Only what a write may change has such a history.
    return own.length === 0 ? [] : [{ table: recordTable as WritableTable, id: recordId, created: false, changes: own }]
  })

/**
 * Takes back the merge that a customer went away in, however long ago, with all others that went into the same record
 * in that write. What was changed since then stays as it is.
 * @throws AppError recordMissing when there was no such merge
 */
export const undoMerge = async (book: Book, customerId: string): Promise<void> => {
  const { db } = book
  const merge = await mergeOf(book, customerId)
  const mainId = merge?.changes.find(({ path }) => path === 'mergedInto')?.after
  if (!merge || typeof mainId !== 'string') throw new AppError('recordMissing', { table: 'customers', id: customerId })
  const rows = await db.history.where('writeId').equals(merge.writeId).toArray()
  const gone = rows.filter(({ changes }) =>
    changes.some(({ path, after }) => path === 'mergedInto' && after === mainId),
  )
  const ids = [mainId, ...gone.map(({ recordId }) => recordId)]
  // Records that a write made have no history; those of a merge are of the instant of the merge.
  const made = await db.notSame
    .filter(({ id, createdAt }) => createdAt === merge.createdAt && id.includes(mainId))
    .primaryKeys()
  const created = made.map((id): Effect => ({ table: 'notSame', id, created: true, changes: [] }))
  await book.write(
    { key: 'mergeUndone' },
    async (draft) => void (await revert(draft, [...effectsOn(rows, ids), ...created])),
  )
}
