import { appendFile, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import type { BookHandlers } from '../../../electron/services/host-handlers.ts'
import { openServices } from '../../../electron/services/index.ts'
import { ERASED, type RecordState } from '../../../shared/change/index.ts'
import { openBook } from './open-book.ts'
import { bookOf, someRecords, textOf } from './replica-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 22, 10, 0, 30)
const DAY = 86_400_000

const readAll = async (handlers: BookHandlers, name: string, limit = 7): Promise<RecordState[]> => {
  const records: RecordState[] = []
  for (let after: string | null = null, more = true; more; ) {
    const page: Awaited<ReturnType<BookHandlers['backups.read']>> = await handlers['backups.read']({
      name,
      after,
      limit,
    })
    expect(page.records.length).toBeLessThanOrEqual(limit)
    records.push(...page.records)
    after = page.cursor
    more = page.more
  }
  return records
}

const many: RecordState[] = [
  ...someRecords(40),
  ...someRecords(9).map((record) => ({ ...record, table: 'deals' })),
  { table: 'a/../newer "table"', id: '"', values: { odd: ['\n', { a: null }] }, stamp: '1' },
  { table: 'customers', id: 'gone', values: { [ERASED]: '2026-01-01T00:00:00Z' }, stamp: '2' },
]

test('a backup holds the merged book with its files, and gives both back', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root, { now: () => NOW })
  await book.push({ records: many })
  await book.push({ records: [{ table: 'customers', id: 'c1', values: { name: 'Newer' }, stamp: '9' }] })
  const { sha256 } = await book.handlers['attachments.put']({ bytes: Buffer.from('an offer') })
  const { backup } = await book.handlers['backups.create']({ reason: 'import' })
  expect(backup).toMatchObject({
    name: '2026-11-22T1000-import.fairbook',
    createdAt: new Date(NOW).toISOString(),
    reason: 'import',
    counts: { customers: 41, deals: 9, 'a/../newer "table"': 1 },
  })
  expect(await book.handlers['backups.list']({})).toEqual({ backups: [backup] })

  await rm(join(root, 'attachments'), { recursive: true })
  const records = await readAll(book.handlers, backup.name)
  expect(records).toHaveLength(51)
  const expected = bookOf([...many, { table: 'customers', id: 'c1', values: { name: 'Newer' }, stamp: '9' }])
  expect(textOf(bookOf(records))).toBe(textOf(expected))
  expect(Buffer.from((await book.handlers['attachments.get']({ sha256 })).bytes).toString()).toBe('an offer')
  await book.close()
})

test('reading goes on from any cursor, in whatever order they are asked for', async () => {
  const book = await openBook(await temporaryFolder())
  await book.push({ records: many })
  const { backup } = await book.handlers['backups.create']({ reason: 'manual' })
  const all = await readAll(book.handlers, backup.name, 2_000)
  const read = (after: string | null, limit: number) =>
    book.handlers['backups.read']({ name: backup.name, after, limit })
  const first = await read(null, 13)
  const second = await read(first.cursor, 30)
  expect([...first.records, ...second.records]).toEqual(all.slice(0, 43))
  expect((await read(first.cursor, 5)).records).toEqual(all.slice(13, 18))
  expect((await read(second.cursor, 100)).records).toEqual(all.slice(43))
  await expect(read('nonsense', 5)).rejects.toMatchObject({ code: 'invalidInput' })
  await book.close()
})

test('backups of the same minute do not take each other’s place', async () => {
  const book = await openBook(await temporaryFolder(), { now: () => NOW })
  const names = await Promise.all([1, 2, 3].map(() => book.handlers['backups.create']({ reason: 'manual' })))
  expect(new Set(names.map(({ backup }) => backup.name)).size).toBe(3)
  await book.close()
})

test('a backup goes on while the journal is written and compacted', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root, { segmentBytes: 5_000, compactBytes: 10_000 })
  await book.push({ records: someRecords(200) })
  const making = book.handlers['backups.create']({ reason: 'manual' })
  for (let n = 200; n < 400; n += 20) await book.push({ records: someRecords(20, n) })
  const { backup } = await making
  const found = bookOf(await readAll(book.handlers, backup.name, 500))
  for (const key of bookOf(someRecords(200)).keys()) expect(found.has(key)).toBe(true)
  await book.close()
})

test('one byte changed anywhere is found before any record is given out', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  await book.push({ records: someRecords(30) })
  await book.handlers['attachments.put']({ bytes: Buffer.from('an offer') })
  const { backup } = await book.handlers['backups.create']({ reason: 'manual' })
  const path = join(root, 'backups', backup.name)
  const whole = await readFile(path)
  const good = await readAll(book.handlers, backup.name)
  let refused = 0
  for (let at = 0; at < whole.length; at += 2) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 0x41
    await writeFile(path, bytes)
    try {
      // What says nothing (a date, a version) may change; a record may not.
      expect(await readAll(book.handlers, backup.name)).toEqual(good)
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(backupDamaged|newerFormat)$/) })
      refused += 1
    }
  }
  expect(refused).toBeGreaterThan(50)
  await book.close()
})

test('what is no backup is left out of the list and refused', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  const { backup } = await book.handlers['backups.create']({ reason: 'manual' })
  const folder = join(root, 'backups')
  await writeFile(join(folder, 'noise.fairbook'), Buffer.alloc(5_000, 7))
  await writeFile(join(folder, 'empty.fairbook'), '')
  await writeFile(join(folder, 'note.txt'), 'mine')
  await symlink(join(folder, backup.name), join(folder, 'link.fairbook'))
  const cut = await readFile(join(folder, backup.name))
  await writeFile(join(folder, 'cut.fairbook'), cut.subarray(0, cut.length - 30))
  expect((await book.handlers['backups.list']({})).backups.map(({ name }) => name)).toEqual([backup.name])
  for (const [name, code] of [
    ['noise.fairbook', 'backupDamaged'],
    ['cut.fairbook', 'backupDamaged'],
    ['link.fairbook', 'notFound'],
    ['absent.fairbook', 'notFound'],
  ])
    await expect(
      book.handlers['backups.read']({ name: name ?? '', after: null, limit: 5 }),
      name,
    ).rejects.toMatchObject({ code, params: { name } })
  await book.close()
})

test('a file that goes bad does not make the backup of all others look damaged', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  const { sha256 } = await book.handlers['attachments.put']({ bytes: Buffer.from('good') })
  const bad = await book.handlers['attachments.put']({ bytes: Buffer.from('soon bad') })
  await appendFile(join(root, 'attachments', bad.sha256.slice(0, 2), bad.sha256), '!')
  const { backup } = await book.handlers['backups.create']({ reason: 'manual' })
  await rm(join(root, 'attachments'), { recursive: true })
  await readAll(book.handlers, backup.name)
  expect((await book.handlers['attachments.get']({ sha256 })).bytes).toHaveLength(4)
  await book.close()
})

test('the day’s backup is made once a day, by itself, when there is something to keep', async () => {
  const root = await temporaryFolder()
  let now = NOW
  const start = async () => {
    const services = await openServices({ dataFolder: root, now: () => now, dailyAfter: 0 })
    const { bookId } = await services.handlers['book.open']({ known: [] })
    return { ...services, bookId }
  }
  const dailies = async () =>
    (await readdir(join(root, 'backups')).catch(() => [])).filter((name) => name.includes('daily'))
  const settled = () => new Promise((resolve) => setTimeout(resolve, 300))

  const empty = await start()
  await settled()
  expect(await dailies()).toEqual([])
  await empty.handlers['journal.push']({ bookId: empty.bookId, records: someRecords(3) })
  await empty.close()

  for (const [later, expected] of [
    [0, 1],
    [3_600_000, 1],
    [DAY, 2],
  ] as const) {
    now = NOW + later
    const services = await start()
    await expect.poll(async () => (await dailies()).length).toBe(expected)
    await services.close()
  }
})

test('a daily backup that fails keeps nobody from working and is told at the next opening', async () => {
  const root = await temporaryFolder()
  const first = await openBook(root)
  await first.push({ records: someRecords(3) })
  await first.close()
  await writeFile(join(root, 'backups'), 'a file where the folder should be')
  const problems: unknown[] = []
  const onProblem = (error: unknown) => problems.push(error)
  // Later than the opening takes, also where the machine is busy.
  const services = await openServices({ dataFolder: root, dailyAfter: 3_000, onProblem })
  expect((await services.handlers['book.open']({ known: [] })).notices).toEqual([])
  await expect.poll(() => problems.length, { timeout: 20_000 }).toBe(1)
  await services.handlers['journal.push']({ bookId: first.opened.bookId, records: someRecords(1) })
  expect((await services.handlers['book.open']({ known: [] })).notices).toMatchObject([{ kind: 'backupFailed' }])
  await services.close()
})

test('closing does not wait until a large backup is checked', async () => {
  const book = await openBook(await temporaryFolder())
  await book.push({ records: someRecords(2_000) })
  const { backup } = await book.handlers['backups.create']({ reason: 'manual' })
  const reading = book.handlers['backups.read']({ name: backup.name, after: null, limit: 10 })
  const closing = book.close()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  await closing
})

test('closing stops a backup that is under way and leaves nothing half-made to be listed', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  await book.push({ records: someRecords(2_000) })
  const making = book.handlers['backups.create']({ reason: 'manual' }).catch((error: unknown) => error)
  await book.close()
  const result = await making
  const again = await openBook(root)
  const { backups } = await again.handlers['backups.list']({})
  if (result instanceof Error) {
    expect(result).toMatchObject({ code: 'cancelled' })
    expect(backups).toEqual([])
  } else expect(backups).toHaveLength(1)
  await again.close()
})
