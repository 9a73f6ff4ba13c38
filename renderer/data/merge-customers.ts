import { AppError } from '../../shared/app-error.ts'
import { ERASED } from '../../shared/change/index.ts'
import { displayName } from '../../shared/domain/index.ts'
import { fillGaps, type MergeChoices, type MergeRecord, planMerge } from '../../shared/merging/index.ts'
import type { Book } from './book.ts'
import type { Draft } from './draft.ts'
import { markPair, moveLinks } from './move-links.ts'

/** Records that become one: `mainId` stays, the others go to the trash and point at it. */
export type MergeRequest = {
  mainId: string
  otherIds: readonly string[]
  /** The record whose value to take, by field; the best where nothing is said. */
  choices?: MergeChoices
}

const livingOf = async (draft: Draft, id: string): Promise<MergeRecord> => {
  const record = await draft.get('customers', id)
  if (!record || record.deletedAt !== undefined || ERASED in record)
    throw new AppError('recordMissing', { table: 'customers', id })
  return record
}

/**
 * Merges customers, everything that hangs on them included, in one write. What changed since the user looked is seen:
 * records are read anew, inside the write.
 * @param requests no record is in two of them
 * @throws AppError recordMissing when one of them is not there any more; nothing is written then
 */
export const mergeCustomers = async (book: Book, requests: readonly MergeRequest[]): Promise<void> => {
  const catalog = await book.catalog()
  await book.write({ key: 'customersMerged', params: { count: requests.length } }, async (draft) => {
    const target = new Map<string, string>()
    for (const { mainId, otherIds, choices = {} } of requests) {
      const main = await livingOf(draft, mainId)
      const others = await Promise.all(otherIds.map((id) => livingOf(draft, id)))
      if (others.some(({ kind }) => kind !== main.kind)) throw new AppError('internal')
      await draft.setPaths('customers', mainId, planMerge([main, ...others], catalog, choices).paths)
      for (const id of otherIds) target.set(id, mainId)
    }
    await moveLinks(book, draft, catalog, target)
    await draft.setPathsOfAll('customers', [...target.keys()], ({ id }, now) => ({
      deletedAt: now,
      mergedInto: target.get(id),
    }))
  })
}

/** Adds to a customer what was typed for a new one and it does not say yet. @returns whether it changed */
export const addToCustomer = async (
  book: Book,
  id: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  const catalog = await book.catalog()
  const held = await book.db.customers.get(id)
  if (!held) throw new AppError('recordMissing', { table: 'customers', id })
  const { effects } = await book.write(
    { key: 'customerChanged', params: { name: displayName(held) } },
    async (draft) => {
      const record = await livingOf(draft, id)
      await draft.setPaths('customers', id, fillGaps(record, typed, catalog))
    },
  )
  return effects.length > 0
}

/** Remembers that none of these is another of them. */
export const markNotSame = async (book: Book, ids: readonly string[]): Promise<void> => {
  await book.write({ key: 'notSameMarked' }, async (draft) => {
    for (const [at, a] of ids.entries()) for (const b of ids.slice(at + 1)) await markPair(draft, a, b)
  })
}

/** Forgets it: they may be found to be the same again. */
export const revokeNotSame = async (book: Book, id: string): Promise<void> => {
  await book.write({ key: 'notSameRevoked' }, (draft) => draft.remove('notSame', id))
}
