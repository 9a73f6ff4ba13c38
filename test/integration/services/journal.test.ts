import { appendFile, copyFile, cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { openFolder } from '../../../electron/services/book-folder/open-folder.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'
import { openBook, pullAll } from './open-book.ts'
import { bookOf, drain, someRecords, textOf } from './replica-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

const fill = async (root: string, batches: number) => {
  const book = await openBook(root)
  for (let n = 0; n < batches; n += 1) await book.push({ records: someRecords(2, n * 2) })
  await book.close()
  return join(root, 'journal', '000001.ndjson')
}

test('cut at any byte, the journal opens with every record that was whole', async () => {
  const root = await temporaryFolder()
  const path = await fill(root, 1)
  const whole = await readFile(path)
  for (let length = 0; length <= whole.length; length += 1) {
    const kept = await copyOf(root, `cut-${length}`)
    await truncate(join(kept, 'journal', '000001.ndjson'), length)
    const lines = whole.subarray(0, length).toString().split('\n').slice(0, -1).length
    const book = await openBook(kept)
    const records = await pullAll(book)
    // One that lacks nothing but its newline is kept too.
    expect(records.length - Math.max(0, lines - 1)).toBeOneOf([0, 1])
    expect(records).toEqual(someRecords(2).slice(0, records.length))
    await book.push({ records: someRecords(1, 50) })
    await book.close()
    const again = await openBook(kept)
    expect(again.opened.notices).toEqual([])
    expect(await pullAll(again)).toEqual([...records, ...someRecords(1, 50)])
    await again.close()
    await rm(kept, { recursive: true })
  }
})

const copyOf = async (root: string, name: string): Promise<string> => {
  const copy = join(root, '..', `${root.split('/').at(-1)}-${name}`)
  await cp(root, copy, { recursive: true })
  return copy
}

test('an unfinished last line is dropped, told, and kept aside', async () => {
  const root = await temporaryFolder()
  const path = await fill(root, 2)
  await appendFile(path, '{"data":{"table":"customers","id":"c9","val')
  const book = await openBook(root)
  expect(book.opened.notices).toEqual([{ kind: 'tornLine', params: {} }])
  expect(book.opened.fresh).toBe(false)
  expect(await pullAll(book)).toEqual(someRecords(4))
  expect(await readdir(join(root, 'quarantine'))).toHaveLength(1)
  await book.close()
  const again = await openBook(root)
  expect(again.opened.notices, 'told once').toEqual([])
  await again.close()
})

test.each([100, 250, 400])('a byte flipped at %i costs no more than its line, which is set aside', async (fromEnd) => {
  const root = await temporaryFolder()
  const path = await fill(root, 5)
  const bytes = await readFile(path)
  const at = bytes.length - fromEnd
  bytes[at] = (bytes[at] ?? 0) ^ 4
  await writeFile(path, bytes)
  const book = await openBook(root)
  expect(book.opened.notices).toEqual([{ kind: 'damagedLines', params: { count: 1, path: join(root, 'quarantine') } }])
  expect(book.opened.fresh, 'the window is asked for all it has').toBe(true)
  expect(await pullAll(book)).toHaveLength(9)
  const [name] = await readdir(join(root, 'quarantine'))
  const aside = await readFile(join(root, 'quarantine', name ?? ''))
  expect(bytes.includes(aside)).toBe(true)
  await book.push({ records: someRecords(10) })
  await book.close()
})

test('damage is told once: the files are written anew without it', async () => {
  const root = await temporaryFolder()
  const path = await fill(root, 5)
  const bytes = await readFile(path)
  bytes[bytes.length - 100] = 0
  await writeFile(path, bytes)
  const paths = folderPaths(root)
  const folder = await openFolder({ disk: realDisk, paths, known: [], onProblem: () => undefined })
  expect(folder.notices).toHaveLength(1)
  await folder.journal.compact()
  await folder.close()
  const again = await openBook(root)
  expect(again.opened).toMatchObject({ notices: [], fresh: false })
  expect(await pullAll(again)).toHaveLength(9)
  await again.close()
})

test('a flipped newline loses nothing', async () => {
  const root = await temporaryFolder()
  const path = await fill(root, 3)
  const bytes = await readFile(path)
  const at = bytes.indexOf('\n', bytes.length >> 1)
  bytes[at] = 0x1a
  await writeFile(path, bytes)
  const book = await openBook(root)
  expect(book.opened.notices).toMatchObject([{ kind: 'damagedLines', params: { count: 1 } }])
  expect(await pullAll(book)).toEqual(someRecords(6))
  await book.close()
})

test('a damaged snapshot gives back all its other records', async () => {
  const root = await temporaryFolder()
  await fill(root, 10)
  const folder = await openFolder({ disk: realDisk, paths: folderPaths(root), known: [], onProblem: () => undefined })
  await folder.journal.compact()
  await folder.journal.push(someRecords(1, 90))
  await folder.close()
  const [name] = await readdir(join(root, 'snapshot'))
  const path = join(root, 'snapshot', name ?? '')
  const bytes = await readFile(path)
  bytes[bytes.length >> 1] = 1
  await writeFile(path, bytes)
  const book = await openBook(root)
  expect(book.opened.notices).toMatchObject([{ kind: 'damagedSnapshot' }])
  expect(book.opened.fresh).toBe(true)
  expect(bookOf(await pullAll(book)).size).toBe(20)
  await book.close()
  const again = await openBook(root)
  expect(bookOf(await pullAll(again)).size).toBe(20)
  await again.close()
})

test('a line damaged since the start is not compacted away: the next start finds it, tells and keeps it', async () => {
  const root = await temporaryFolder()
  const path = await fill(root, 10)
  const folder = await openFolder({ disk: realDisk, paths: folderPaths(root), known: [], onProblem: () => undefined })
  const bytes = await readFile(path)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
  await expect(folder.journal.compact()).rejects.toMatchObject({ code: 'journalDamaged' })
  await truncate(path, bytes.length - 5)
  await expect(folder.journal.compact()).rejects.toMatchObject({ code: 'journalDamaged' })
  await writeFile(path, bytes)
  await folder.close()
  const book = await openBook(root)
  expect(book.opened).toMatchObject({ fresh: true, notices: [{ kind: 'damagedLines', params: { count: 1 } }] })
  expect(await readdir(join(root, 'quarantine'))).toHaveLength(1)
  await book.close()
})

test('a lost snapshot and a lost segment are noticed', async () => {
  const root = await temporaryFolder()
  await fill(root, 10)
  const folder = await openFolder({ disk: realDisk, paths: folderPaths(root), known: [], onProblem: () => undefined })
  await folder.journal.compact()
  await folder.journal.push(someRecords(1, 90))
  await folder.close()
  const lost = await copyOf(root, 'lost')
  await rm(join(lost, 'snapshot'), { recursive: true })
  const book = await openBook(lost)
  expect(book.opened).toMatchObject({ fresh: true, notices: [{ kind: 'damagedSnapshot' }] })
  expect(await pullAll(book)).toEqual(someRecords(1, 90))
  await book.close()
  await rm(lost, { recursive: true })

  await rm(join(root, 'journal'), { recursive: true })
  const other = await openBook(root)
  expect(other.opened.fresh).toBe(true)
  expect(bookOf(await pullAll(other)).size).toBe(20)
  await other.close()
})

test('compacting keeps every record, and whoever had read to the end reads on from there', async () => {
  const root = await temporaryFolder()
  const folder = await openFolder({ disk: realDisk, paths: folderPaths(root), known: [], onProblem: () => undefined })
  const { journal } = folder
  await journal.push(someRecords(50))
  const half = await journal.pull(null, 25)
  const { cursor } = await drain(journal, null)
  await journal.compact()
  const pushed = await journal.push(someRecords(5, 100))
  expect(await readdir(join(root, 'snapshot'))).toEqual(['000001.ndjson'])
  expect(await readdir(join(root, 'journal'))).toEqual(['000002.ndjson'])
  expect((await drain(journal, pushed.cursor ?? null)).records).toEqual([])
  expect((await drain(journal, cursor)).records).toEqual(someRecords(5, 100))
  // This one's place is gone, so it gets everything again.
  expect(bookOf((await drain(journal, half.cursor)).records).size).toBe(55)
  expect(bookOf((await drain(journal, null)).records).size).toBe(55)
  await folder.close()
})

test('a journal that outgrew its snapshot is compacted by itself, while pushes go on', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root, {
    segmentBytes: 4_000,
    compactBytes: 20_000,
    onProblem: (error) => {
      throw error
    },
  })
  for (let n = 0; n < 150; n += 1) await book.push({ records: someRecords(5, (n % 30) * 5) })
  await book.close()
  const paths = folderPaths(root)
  expect(await readdir(paths.snapshot)).toHaveLength(1)
  expect((await readdir(paths.journal)).length).toBeLessThan(20)
  const again = await openBook(root)
  expect(textOf(bookOf(await pullAll(again)))).toBe(textOf(bookOf(someRecords(150))))
  await again.close()
})

test('a page ends where it should in files that are read in several pieces', async () => {
  const root = await temporaryFolder()
  const folder = await openFolder({ disk: realDisk, paths: folderPaths(root), known: [], onProblem: () => undefined })
  const records = someRecords(60).map((record) => ({ ...record, values: { text: `${record.id} `.repeat(5_000) } }))
  await folder.journal.push(records)
  for (const limit of [1, 7, 59, 60, 61])
    expect((await drain(folder.journal, null, limit)).records, `${limit} a page`).toEqual(records)
  await folder.close()
})

test('a folder put back to an older state does not take a newer place for its own', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  await book.push({ records: someRecords(4) })
  await copyFile(join(root, 'journal', '000001.ndjson'), join(root, 'old'))
  const { cursor } = await book.push({ records: someRecords(4, 10) })
  await book.close()
  await copyFile(join(root, 'old'), join(root, 'journal', '000001.ndjson'))
  const again = await openBook(root)
  await again.push({ records: someRecords(6, 200) })
  const page = await again.pull({ after: cursor ?? null, limit: 100 })
  expect(page.records).toHaveLength(10)
  await again.close()
})

test('files that are anything but a journal are no reason to fail', async () => {
  const root = await temporaryFolder()
  await mkdir(join(root, 'journal', '000009.ndjson'), { recursive: true })
  await mkdir(join(root, 'snapshot'))
  await writeFile(join(root, 'journal', '000001.ndjson'), Buffer.alloc(300_000))
  await writeFile(join(root, 'snapshot', '000001.ndjson'), '\n\n[]\n{"data":null,"crc":"00000000"}\n')
  await writeFile(join(root, 'snapshot', 'note.txt'), 'mine')
  await writeFile(join(root, 'book.json'), '{"format":1,"bookId":')
  const book = await openBook(root)
  expect(await pullAll(book)).toEqual([])
  expect(await readdir(join(root, 'snapshot'))).toContain('note.txt')
  await book.close()
})
