import { type Book, isKnownTable, openBook, rowsOf } from '../../../../renderer/data/index.ts'
import { createSync, type Sync } from '../../../../renderer/replication/index.ts'
import { canonical, type Json, toState } from '../../../../shared/change/index.ts'
import type { DesktopHandlers } from '../../../../shared/desktop-api.ts'
import { newBook } from '../data/support.ts'
import { sharedPlace } from './shared-place.ts'

let count = 0

/** A book without a record, on another device. */
export const emptyBook = (options: { wall?: () => number; user?: string } = {}): Book => {
  count += 1
  return openBook({ id: `sync-${crypto.randomUUID()}`, device: `other${count}`, user: 'Jonas', ...options })
}

/** All records of a book in one text. */
export const canonicalBook = async ({ db }: Book): Promise<string> => {
  const lines: string[] = []
  for (const { name } of db.tables)
    if (isKnownTable(name))
      for (const row of await rowsOf(db, name).toArray()) lines.push(canonical(toState(name, row) as Json))
  return lines.sort().join('\n')
}

/** Exchanges until nothing moves any more. */
export const settle = async (...syncs: readonly Sync[]): Promise<void> => {
  for (let round = 0; round < 3; round += 1) for (const sync of syncs) await sync.syncNow()
}

/** Several devices with one book that has just been shared. */
export const sharedBooks = async (
  devices: number,
  options: { wall?: () => number; handlers?: Partial<DesktopHandlers> } = {},
) => {
  const { handlers, ...bookOptions } = options
  const place = sharedPlace()
  const books = [await newBook(bookOptions)]
  while (books.length < devices) books.push(emptyBook(bookOptions))
  const syncs = books.map((book) => createSync(book, place.desktop(handlers)))
  await settle(...syncs)
  return { place, books, syncs, settle: () => settle(...syncs) }
}
