import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { openServices } from '../../../electron/services/index.ts'
import { openBook, pullAll } from './open-book.ts'
import { someRecords } from './replica-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a new folder becomes a new book, and stays it', async () => {
  const root = join(await temporaryFolder(), 'deep', 'inside')
  const first = await openBook(root)
  expect(first.opened).toMatchObject({ fresh: true, notices: [{ kind: 'newBook', params: { path: root } }] })
  await first.push({ records: someRecords(1) })
  await first.close()
  const second = await openBook(root)
  const { bookId, deviceId } = first.opened
  expect(second.opened).toEqual({ bookId, deviceId, fresh: false, notices: [] })
  await second.close()
})

test('an empty folder takes up the newest book of the window', async () => {
  const book = await openBook(await temporaryFolder(), { known: ['newest', 'older'] })
  expect(book.opened).toMatchObject({ bookId: 'newest', fresh: true, notices: [] })
  await book.close()
})

test('a folder that has its book does not take up another', async () => {
  const root = await temporaryFolder()
  const first = await openBook(root)
  await first.push({ records: someRecords(1) })
  await first.close()
  const second = await openBook(root, { known: ['another'] })
  expect(second.opened).toMatchObject({ bookId: first.opened.bookId, fresh: false })
  await second.close()
})

test('a lost book.json leaves the book what it was, on a device of a new name', async () => {
  const root = await temporaryFolder()
  const first = await openBook(root)
  await first.push({ records: someRecords(1) })
  await first.close()
  await rm(join(root, 'book.json'))
  const second = await openBook(root, { known: ['another'] })
  expect(second.opened).toMatchObject({ bookId: first.opened.bookId, fresh: false })
  expect(second.opened.deviceId).not.toBe(first.opened.deviceId)
  await second.close()
})

test('a lost journal asks the window for all it has', async () => {
  const root = await temporaryFolder()
  const first = await openBook(root)
  await first.push({ records: someRecords(1) })
  await first.close()
  await rm(join(root, 'journal'), { recursive: true })
  const second = await openBook(root)
  expect(second.opened).toMatchObject({ bookId: first.opened.bookId, deviceId: first.opened.deviceId, fresh: true })
  await second.close()
})

test('a book of a newer version is left alone', async () => {
  const root = await temporaryFolder()
  const newer = JSON.stringify({ format: 2, bookId: 'b', deviceId: 'd', more: true })
  await writeFile(join(root, 'book.json'), newer)
  await expect(openBook(root)).rejects.toMatchObject({ code: 'newerFormat' })
  expect(await readFile(join(root, 'book.json'), 'utf8')).toBe(newer)
  // The folder is given back: it is not this failure that a second try meets.
  await expect(openBook(root)).rejects.toMatchObject({ code: 'newerFormat' })
})

test.skipIf(process.platform === 'win32')('a new data folder is for its owner only', async () => {
  const root = join(await temporaryFolder(), 'new', 'book')
  await (await openBook(root)).close()
  expect((await stat(root)).mode & 0o077).toBe(0)
})

test('a file where the folder should be is told', async () => {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, '')
  await expect(openBook(path)).rejects.toMatchObject({ code: 'noAccess', params: { path } })
})

test('a window that loads again finds its book, and is not asked again for what it pushed', async () => {
  const book = await openBook(await temporaryFolder())
  const again = book.handlers['book.open']
  expect(await again({ known: [] })).toEqual(book.opened)
  await book.push({ records: someRecords(1) })
  expect(await again({ known: [] })).toEqual({ ...book.opened, fresh: false })
  await book.close()
})

test('a window that holds another book gets nothing from this one and puts nothing into it', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  await book.push({ records: someRecords(1) })
  const { 'journal.push': push, 'journal.pull': pull } = book.handlers
  const refused = { code: 'folderMissing', params: { path: root } }
  await expect(push({ bookId: 'another', records: someRecords(1, 5) })).rejects.toMatchObject(refused)
  await expect(pull({ bookId: 'another', after: null, limit: 10 })).rejects.toMatchObject(refused)
  expect(await pullAll(book)).toHaveLength(1)
  await book.close()
})

test('nothing is done before the book is open or after it is closed', async () => {
  const services = await openServices({ dataFolder: await temporaryFolder() })
  const push = services.handlers['journal.push']
  await expect(push({ bookId: 'any', records: [] })).rejects.toMatchObject({ code: 'notAllowed' })
  const { bookId } = await services.handlers['book.open']({ known: [] })
  const pushing = push({ bookId, records: someRecords(3) })
  await pushing
  await services.close()
  await services.close()
  await expect(push({ bookId: 'any', records: [] })).rejects.toMatchObject({ code: 'notAllowed' })
})

test('a push under way when the services close is written or refused, never in between', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  const results = Promise.allSettled(Array.from({ length: 20 }, (_, n) => book.push({ records: someRecords(1, n) })))
  await book.close()
  const saved = (await results).filter(({ status }) => status === 'fulfilled').length
  const again = await openBook(root)
  expect((await pullAll(again)).length).toBe(saved)
  await again.close()
})
