import { expect, it } from 'vitest'

import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { giveSyncFile, readSyncFile, takeSyncFile } from '../../../../renderer/replication/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import type { DesktopHandlers } from '../../../../shared/desktop-api.ts'
import { addCustomer, newBook } from '../data/support.ts'
import { emptyBook, sharedBooks } from './books.ts'

const PART = 4 * 1024 * 1024

/** A desktop side that makes a file of these bytes and takes one. */
const fileDesktop = (bytes: Uint8Array, more: Partial<DesktopHandlers> = {}) => {
  const given: Uint8Array[] = []
  const desktop = fakeDesktop({
    'syncFile.take': async () => ({ size: bytes.length, name: 'fairbook-2026-11-30.fairbook-sync' }),
    'syncFile.part': async ({ offset }) => ({ bytes: bytes.slice(offset, offset + PART) }),
    'syncFile.give': async ({ offset, bytes: part, last }) => {
      expect(offset).toBe(given.reduce((sum, { length }) => sum + length, 0))
      given.push(part)
      return last ? { summary: { records: 3, readableOnTheWay: false, writable: false } } : {}
    },
    ...more,
  })
  return { desktop, given }
}

const running = (signal = new AbortController().signal) => {
  const told: (number | undefined)[][] = []
  return { signal, told, onProgress: (done: number, total?: number) => void told.push([done, total]) }
}

it('carries a file over in parts, and back', async () => {
  const bytes = new Uint8Array(PART * 2 + 100).map((_, at) => at % 251)
  const { desktop, given } = fileDesktop(bytes)
  const book = await newBook()
  await book.db.meta.put({ key: 'replica:journal', value: { pushed: 1e9, cursor: null } })
  const run = running()
  const { name, blob } = await takeSyncFile(book, desktop, run)
  expect(name).toMatch(/\.fairbook-sync$/)
  expect(Buffer.from(await blob.arrayBuffer()).equals(bytes)).toBe(true)
  expect(run.told).toEqual([
    [PART, bytes.length],
    [PART * 2, bytes.length],
    [bytes.length, bytes.length],
  ])
  expect((await giveSyncFile(desktop, blob)).records).toBe(3)
  expect(given.map(({ length }) => length)).toEqual([PART, PART, 100])
})

it('does not take a file before the files have everything, and stops when asked', async () => {
  const { desktop } = fileDesktop(new Uint8Array(10))
  const book = await newBook()
  const stop = new AbortController()
  stop.abort()
  await expect(takeSyncFile(book, desktop, running(stop.signal))).rejects.toMatchObject({ code: 'cancelled' })
  await expect(giveSyncFile(desktop, new Blob(['x']), running(stop.signal))).rejects.toMatchObject({
    code: 'cancelled',
  })
})

it('says so when the file ends too early', async () => {
  const { desktop } = fileDesktop(new Uint8Array(10), {
    'syncFile.part': async () => ({ bytes: new Uint8Array() }),
    'syncFile.give': async () => ({}),
  })
  const book = await newBook()
  await book.db.meta.put({ key: 'replica:journal', value: { pushed: 1e9, cursor: null } })
  await expect(takeSyncFile(book, desktop)).rejects.toMatchObject({ code: 'syncFileDamaged' })
  await expect(giveSyncFile(desktop, new Blob([]))).rejects.toMatchObject({ code: 'syncFileDamaged' })
})

it('reads what the book has not, tells the journal of it, and keeps no place in the file', async () => {
  const { place } = await sharedBooks(1)
  const reader = emptyBook()
  const records = [...place.records.values()].map(({ state }) => state)
  const { desktop } = fileDesktop(new Uint8Array(1), {
    'syncFile.pull': async ({ after }) => {
      const from = Number(after ?? 0)
      const page = records.slice(from, from + 10)
      return { records: page, cursor: String(from + page.length), more: from + page.length < records.length }
    },
  })
  const run = running()
  const read = await readSyncFile(reader, desktop, run)
  expect(read).toEqual({ in: records.length, aside: 0 })
  expect(run.told.at(-1)?.[0]).toBe(records.length)
  expect(await readSyncFile(reader, desktop, running())).toEqual({ in: 0, aside: 0 })
  expect(await reader.db.changes.count()).toBe(records.length)
  expect(await reader.db.meta.where('key').startsWith('replica:file').count()).toBe(0)
})

it('names what of a file could not be taken', async () => {
  const book = await newBook()
  const { desktop } = fileDesktop(new Uint8Array(1), {
    'syncFile.pull': async () => ({
      records: [],
      cursor: '1',
      more: false,
      aside: [{ key: 'part 3', reason: 'damaged' }],
    }),
  })
  expect(await readSyncFile(book, desktop, running())).toEqual({ in: 0, aside: 1 })
  expect(await book.db.asides.toArray()).toMatchObject([{ key: 'part 3', reason: 'damaged', target: 'file' }])
})

it('asks before a file removes too much', async () => {
  const book = await newBook()
  const ids: string[] = []
  for (let index = 0; index < 25; index += 1) ids.push(await addCustomer(book, `C${index}`))
  const removed = ids.map((id) => ({
    table: 'customers',
    id,
    values: { erasedAt: '2026-01-01T00:00:00.000Z' },
    stamp: '0mi8v0000.0000.dev9',
  }))
  const { desktop } = fileDesktop(new Uint8Array(1), {
    'syncFile.pull': async () => ({ records: removed, cursor: '1', more: false }),
  })
  await expect(readSyncFile(book, desktop, running())).rejects.toEqual(
    new AppError('syncWouldRemove', { count: 25, total: 25, direction: 'in' }),
  )
  expect((await readSyncFile(book, desktop, { ...running(), allowRemovals: true })).in).toBe(25)
})
