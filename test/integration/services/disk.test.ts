import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { faultyDisk, systemError } from './faulty-disk.ts'
import { openBook, pullAll } from './open-book.ts'
import { someRecords } from './replica-conformance.ts'
import { canMount, smallDisk } from './small-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'

const long = (n: number) => someRecords(1, n).map((record) => ({ ...record, values: { text: 'x'.repeat(20_000) } }))

describe.skipIf(!canMount)('on a real small disk (needs root and tmpfs)', () => {
  test('a full disk refuses a push, loses nothing, and goes on when there is room', async () => {
    const { path } = await smallDisk('1m')
    const book = await openBook(path)
    const ballast = join(path, 'ballast')
    await writeFile(ballast, Buffer.alloc(300_000))
    let saved = 0
    const fillUp = async () => {
      for (;;) {
        await book.push({ records: long(saved) })
        saved += 1
      }
    }
    await expect(fillUp()).rejects.toMatchObject({ code: 'diskFull', params: { path } })
    expect(saved).toBeGreaterThan(5)
    await expect(book.push({ records: long(saved) })).rejects.toMatchObject({ code: 'diskFull' })
    await expect(book.handlers['attachments.put']({ bytes: new Uint8Array(500_000) })).rejects.toMatchObject({
      code: 'diskFull',
    })
    expect(await pullAll(book)).toHaveLength(saved)
    await rm(ballast)
    await book.push({ records: long(saved) })
    await book.close()
    const again = await openBook(path)
    expect(again.opened.notices).toEqual([])
    expect((await pullAll(again)).map(({ id }) => id)).toEqual(Array.from({ length: saved + 1 }, (_, n) => `c${n}`))
    await again.close()
  })

  test('a backup that does not fit is refused and leaves nothing behind', async () => {
    const { path } = await smallDisk('1m')
    const book = await openBook(path)
    // Noise does not compress.
    const text = Array.from({ length: 400_000 }, () => Math.random().toString(36)[2]).join('')
    await book.push({ records: someRecords(1).map((record) => ({ ...record, values: { text } })) })
    await writeFile(join(path, 'ballast'), Buffer.alloc(450_000))
    await expect(book.handlers['backups.create']({ reason: 'manual' })).rejects.toMatchObject({ code: 'diskFull' })
    expect(await book.handlers['backups.list']({})).toEqual({ backups: [] })
    await rm(join(path, 'ballast'))
    await book.handlers['backups.create']({ reason: 'manual' })
    await book.close()
  })

  test('a read-only folder opens for reading and says so', async () => {
    const { path, setReadOnly } = await smallDisk('1m')
    const first = await openBook(path)
    await first.push({ records: someRecords(5) })
    const { sha256 } = await first.handlers['attachments.put']({ bytes: Buffer.from('hello') })
    const { backup } = await first.handlers['backups.create']({ reason: 'manual' })
    await first.close()
    setReadOnly(true)
    const book = await openBook(path)
    expect(book.opened).toMatchObject({ bookId: first.opened.bookId, fresh: false })
    expect(book.opened.notices).toEqual([{ kind: 'readOnly', params: { path } }])
    expect(await pullAll(book)).toEqual(someRecords(5))
    expect((await book.handlers['attachments.get']({ sha256 })).bytes).toHaveLength(5)
    const page = await book.handlers['backups.read']({ name: backup.name, after: null, limit: 10 })
    expect(page.records).toHaveLength(5)
    const refused = { code: 'readOnly' }
    await expect(book.push({ records: someRecords(1) })).rejects.toMatchObject(refused)
    await expect(book.handlers['attachments.put']({ bytes: Buffer.from('x') })).rejects.toMatchObject(refused)
    await expect(book.handlers['backups.create']({ reason: 'manual' })).rejects.toMatchObject(refused)
    await book.close()
  })

  test('an empty book on a read-only disk is its own book, and asks for all the window has', async () => {
    const { path, setReadOnly } = await smallDisk('1m')
    const empty = await openBook(path)
    await empty.close()
    setReadOnly(true)
    const book = await openBook(path, { known: ['other'] })
    expect(book.opened).toMatchObject({ fresh: true, bookId: empty.opened.bookId })
    await book.close()
  })
})

test('an injected full disk refuses a push with half of it written, and the next one follows cleanly', async () => {
  const root = await temporaryFolder()
  let full = false
  const disk = faultyDisk(({ what, path, bytes = 0 }) =>
    full && what === 'write' && path.includes('journal')
      ? { error: systemError('ENOSPC'), written: Math.floor(bytes / 2) }
      : undefined,
  )
  const book = await openBook(root, { disk })
  await book.push({ records: someRecords(3) })
  const before = await readFile(join(root, 'journal', '000001.ndjson'))
  full = true
  await expect(book.push({ records: someRecords(3, 10) })).rejects.toMatchObject({ code: 'diskFull' })
  expect(await readFile(join(root, 'journal', '000001.ndjson'))).toEqual(before)
  full = false
  await book.push({ records: someRecords(3, 20) })
  await book.close()
  const again = await openBook(root)
  expect(again.opened.notices).toEqual([])
  expect(await pullAll(again)).toEqual([...someRecords(3), ...someRecords(3, 20)])
  await again.close()
})

test.each(['EROFS', 'EACCES'])('an injected %s opens the book for reading only', async (code) => {
  const root = await temporaryFolder()
  const first = await openBook(root)
  await first.push({ records: someRecords(2) })
  await first.close()
  const book = await openBook(root, { disk: faultyDisk(() => ({ error: systemError(code) })) })
  expect(book.opened.notices).toMatchObject([{ kind: 'readOnly' }])
  expect(await pullAll(book)).toEqual(someRecords(2))
  await expect(book.push({ records: someRecords(1) })).rejects.toMatchObject({ code: 'readOnly' })
  await book.close()
})

test('a sync that fails is not an acknowledgement', async () => {
  const root = await temporaryFolder()
  let failing = false
  const disk = faultyDisk(({ what }) => (failing && what === 'datasync' ? { error: systemError('EIO') } : undefined))
  const book = await openBook(root, { disk })
  failing = true
  await expect(book.push({ records: someRecords(1) })).rejects.toMatchObject({ code: 'internal' })
  failing = false
  await book.push({ records: someRecords(1, 5) })
  expect(await pullAll(book)).toEqual(someRecords(1, 5))
  await book.close()
})

test('a folder that is deleted while the book is open takes no more pushes as saved', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  await book.push({ records: someRecords(1) })
  await rm(root, { recursive: true })
  await expect(book.push({ records: someRecords(1) })).rejects.toMatchObject({ code: 'folderMissing' })
  await expect(book.push({ records: someRecords(1) })).rejects.toMatchObject({ code: 'folderMissing' })
  await book.close().catch(() => undefined)
  const again = await openBook(root, { known: [book.opened.bookId] })
  expect(again.opened).toMatchObject({ fresh: true, bookId: book.opened.bookId })
  await again.close()
})
