import { ERASED } from '../../shared/change/index.ts'
import type { Customer } from '../../shared/domain/index.ts'
import { SETTINGS_ID } from '../../shared/domain/index.ts'
import type { BlockHash, BlockKind, BlockSubject } from '../../shared/privacy/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft } from './draft.ts'

/** What reads numbers and makes hashes is loaded when someone is first looked for. */
export const hashing = () => import('../../shared/privacy/blocklist.ts')

/** The hashes that stand on the blocklist now: for many questions, read it once. */
export const blockedHashes = async ({ db }: Pick<Book, 'db'>): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf(db, 'blocklist').toArray()
  return new Set(rows.flatMap((row) => (row[ERASED] === undefined && row['deletedAt'] === undefined ? [row.id] : [])))
}

/** The country by which phones without a country code are read. */
export const bookCountry = async ({ db }: Pick<Book, 'db'>): Promise<Customer['language']> =>
  (await db.settings.get(SETTINGS_ID))?.country

/** By what someone stands on the blocklist; empty when they do not. */
export const blockedAs = async (book: Book, subject: BlockSubject): Promise<BlockKind[]> => {
  const country = subject.country ?? (await bookCountry(book))
  const { blockedBy } = await hashing()
  return blockedBy(await blockedHashes(book), book.id, { ...subject, country })
}

/** Puts hashes on the list, those taken off once too. */
export const block = async (draft: Draft, hashes: readonly BlockHash[]): Promise<void> => {
  for (const { kind, hash } of hashes) {
    const row = await draft.get('blocklist', hash)
    if (row === undefined) draft.create('blocklist', { id: hash, kind })
    else if (row.deletedAt !== undefined) await draft.restore('blocklist', hash)
  }
}

/** Takes everything that stands for someone off the list: they may be brought in again. */
export const unblock = async (book: Book, subject: BlockSubject): Promise<void> => {
  const country = subject.country ?? (await bookCountry(book))
  const blocked = await blockedHashes(book)
  const { blockHashes } = await hashing()
  const hashes = blockHashes(book.id, { ...subject, country }).filter(({ hash }) => blocked.has(hash))
  if (hashes.length === 0) return
  await book.write({ key: 'unblocked' }, async (draft) => {
    for (const { hash } of hashes) await draft.remove('blocklist', hash)
  })
}
