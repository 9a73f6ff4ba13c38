import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { encodeLine } from '../../../electron/services/lines/line.ts'
import { recordText } from '../../../electron/services/lines/record-line.ts'
import { faultyDisk, systemError } from '../services/faulty-disk.ts'
import { type OpenBook, openBook, pullAll } from '../services/open-book.ts'
import { bookOf, textOf } from '../services/replica-conformance.ts'
import { temporaryFolder } from '../services/temporary-folder.ts'
import { CHEAP, customers, filesOf, fillBook, findTexts, lockBook, openLocked, PASSPHRASE } from './support.ts'

const forged = { table: 'customers', id: 'forged', values: { name: 'Forged by someone' }, stamp: 'zzzzzzzzz.0000.b' }
const forgedLine = encodeLine(recordText(forged))

const idsOf = async (book: OpenBook): Promise<string[]> =>
  (await pullAll(book)).map(({ id }: { id: string }) => id).filter((id) => id === 'forged')

/** Opens the book twice: it has none of what was forged, tells of it and keeps it, and sealed, in quarantine. */
const refuses = async (root: string): Promise<void> => {
  const first = await openLocked(root)
  expect(first.opened.notices.map(({ kind }) => kind)).toEqual([expect.stringMatching(/^damaged/)])
  expect(first.opened.fresh).toBe(true)
  expect(await idsOf(first)).toEqual([])
  expect((await readdir(folderPaths(root).quarantine)).length).toBeGreaterThan(1)
  // The window sends what it has, and the files are written anew without it.
  await first.push({ records: customers })
  await first.handlers['journal.forget']({ bookId: first.opened.bookId, texts: [] })
  await first.close()
  expect(await findTexts(root, ['Forged by someone'])).toEqual([])
  const second = await openLocked(root)
  expect(second.opened.notices).toEqual([])
  expect(await idsOf(second)).toEqual([])
  await second.close()
}

const locked = async (): Promise<string> => {
  const root = await temporaryFolder()
  await fillBook(root)
  await lockBook(root)
  return root
}

const lastOf = async (folder: string): Promise<string> => join(folder, (await readdir(folder)).sort().at(-1) ?? '')

test('a plain line behind the sealed ones of a locked book is set aside', async () => {
  const root = await locked()
  await appendFile(await lastOf(folderPaths(root).journal), forgedLine)
  await refuses(root)
}, 60_000)

test('so is a whole plain segment', async () => {
  const root = await locked()
  const path = await lastOf(folderPaths(root).journal)
  const [header = ''] = (await readFile(path, 'utf8')).split('\n')
  const { epoch, bookId } = JSON.parse(header).data
  const next = String(Number(path.slice(-13, -7)) + 1).padStart(6, '0')
  const plainHeader = encodeLine(JSON.stringify({ format: 1, bookId, epoch }))
  await writeFile(join(folderPaths(root).journal, `${next}.ndjson`), plainHeader + forgedLine)
  await refuses(root)
}, 60_000)

test('so is one in a snapshot whose sum was reckoned anew', async () => {
  const root = await locked()
  const path = await lastOf(folderPaths(root).snapshot)
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -2)
  const body = `${lines.join('\n')}\n${forgedLine}`
  await writeFile(path, body + encodeLine(JSON.stringify({ records: lines.length, sum: crc32(body) })))
  await refuses(root)
}, 60_000)

test('while the lock is being set plain files are read, also after a crash in the middle', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  const before = await openBook(root)
  const expected = textOf(bookOf(await pullAll(before)))
  await before.close()
  // The keys are written, the files are not.
  const { snapshot, keys } = folderPaths(root)
  let hasKeys = false
  const disk = faultyDisk(({ path }) => {
    hasKeys ||= path.startsWith(keys)
    return hasKeys && path.startsWith(snapshot) ? { error: systemError('EIO') } : undefined
  })
  const book = await openBook(root, { disk, passphraseCost: CHEAP })
  expect(await book.handlers['lock.enable']({ passphrase: PASSPHRASE })).toMatchObject({ unfinished: true })
  await book.close()
  expect([...(await filesOf(folderPaths(root).snapshot)).values()].some((bytes) => bytes.includes('"table"'))).toBe(
    true,
  )
  const opened = await openLocked(root)
  expect(opened.opened.notices).toEqual([])
  expect(textOf(bookOf(await pullAll(opened)))).toBe(expected)
  await opened.close()
  expect([...(await filesOf(folderPaths(root).snapshot)).values()].some((bytes) => bytes.includes('"table"'))).toBe(
    false,
  )
}, 60_000)
