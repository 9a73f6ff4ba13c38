import { v7 as uuid } from 'uuid'

import { type Book, openBook, rowsOf, seedBook } from '../../../renderer/data/index.ts'
import { vocabularyOf } from '../../../renderer/features/transfer/vocabulary.ts'
import { languages, loadI18n } from '../../../renderer/i18n/index.ts'
import type { ImportLocks } from '../../../renderer/workers/import-locks.ts'
import { createImportSession, type ImportSession } from '../../../renderer/workers/import-session.ts'
import type { Control } from '../../../renderer/workers/import-walk.ts'
import { plainCatalog } from '../../../shared/domain/index.ts'
import { defaultRules, type ImportRules } from '../../../shared/import/index.ts'

const vocabulary = vocabularyOf(await Promise.all(languages.map(loadI18n)), plainCatalog)
export const rules: ImportRules = defaultRules
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const newBook = async (id: string = uuid()): Promise<Book> => {
  const book = openBook({ id, device: 'device-1', user: 'Rasa', durability: 'relaxed' })
  await seedBook(book, { currency: 'EUR', language: 'en', country: 'LT' })
  return book
}

/** Locks of one window, in memory. */
export const memoryLocks = (held = new Set<string>()): ImportLocks => ({
  hold: async (importId) => {
    if (held.has(importId)) return undefined
    held.add(importId)
    return () => void held.delete(importId)
  },
  held: async () => new Set(held),
})

export type SessionOptions = {
  control?: Partial<Control>
  onProgress?: (progress: { done: number; total: number }) => void
  locks?: ImportLocks
  chunk?: number
}

export const sessionOf = (book: Book, { control, onProgress, locks, chunk }: SessionOptions = {}): ImportSession =>
  createImportSession({
    book,
    setup: { vocabulary, language: 'en', country: 'LT' },
    locks: locks ?? memoryLocks(),
    control: { paused: () => Promise.resolve(), cancelled: () => false, ...control },
    onProgress: onProgress ?? (() => undefined),
    ...(chunk !== undefined && { chunk }),
  })

/** Opens and runs a file. */
export const importFile = async (
  book: Book,
  file: string | Uint8Array,
  {
    name = 'contacts.csv',
    rules: some,
    ...options
  }: SessionOptions & { name?: string; rules?: Partial<ImportRules> } = {},
) => {
  const session = sessionOf(book, options)
  const analysis = await session.open('a', typeof file === 'string' ? bytesOf(file) : file, name)
  const result = await session.run('a', { ...rules, ...some })
  return { session, analysis, result }
}

const VOLATILE = new Set(['stamp', 'stamps', 'createdAt'])
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What a book holds, apart from when it was written and what its ids are: two alike books read alike. */
export const contentOf = async (book: Book): Promise<string> => {
  const tables = ['customers', 'deals', 'interactions', 'tasks', 'listItems', 'imports'] as const
  const rows = await Promise.all(tables.map((table) => rowsOf(book.db, table).orderBy('id').toArray()))
  const text = JSON.stringify(rows, (key, value) => (VOLATILE.has(key) ? undefined : value), 1)
  const numbers = new Map<string, number>()
  return text.replace(UUID, (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size)
    return `#${numbers.get(id)}`
  })
}
