import { writeFileSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { realDisk } from '../../../../electron/services/disk/disk.ts'
import { createKeyring } from '../../../../electron/services/keys/keyring.ts'
import { encodeLine } from '../../../../electron/services/lines/line.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import { faultyDisk, systemError } from '../../services/faulty-disk.ts'
import { bookOf, someRecords, textOf } from '../../services/replica-conformance.ts'
import { canMount, smallDisk } from '../../services/small-disk.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'
import { aHead, aSealedCodec, edit, everything, filesOf, makeBook, openAs, target, textAt } from './support.ts'

const headFile = (path: string) => join(path, 'fairbook-book-1', 'book.json')
const other = aHead({ bookId: 'book-2', epoch: 'ffffffffffffffff' })
const fromB = (path: string, disk = realDisk) => target(path, 'b', { disk })

test('an empty folder has no book and can be written to; looking leaves nothing behind', async () => {
  const path = await temporaryFolder()
  await writeFile(join(path, 'holiday.jpg'), 'not ours')
  const summary = { head: undefined, records: 0, writable: true, readableOnTheWay: false }
  expect(await fromB(path).inspect()).toEqual(summary)
  expect(await readdir(path)).toEqual(['holiday.jpg'])
})

test('a folder tells of its book: records once each, devices, bytes, the last change', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await openAs('a', path).push(someRecords(5))
  await openAs('b', path).push(someRecords(5, 3))
  const summary = await fromB(path).inspect()
  expect(summary).toMatchObject({ head: aHead(), records: 8, devices: 2, writable: true })
  expect(summary.bytes).toBeGreaterThan(1_000)
  expect(Date.now() - Date.parse(summary.lastAt ?? '')).toBeLessThan(600_000)
})

test('a folder that is not there is not made', async () => {
  const path = join(await temporaryFolder(), 'stick')
  const gone = { code: 'syncUnreachable', params: { place: path, why: 'missing' } }
  await expect(fromB(path).inspect()).rejects.toMatchObject(gone)
  await expect(fromB(path).create(aHead())).rejects.toMatchObject(gone)
  await expect(openAs('b', path).push(someRecords(1))).rejects.toMatchObject(gone)
  await expect(openAs('b', path).pull(null, 1)).rejects.toMatchObject(gone)
  await expect(readdir(path)).rejects.toThrow()
})

test('a place where the stick is not mounted has no book, and nothing is written there', async () => {
  const path = await temporaryFolder()
  await expect(openAs('b', path).push(someRecords(1))).rejects.toMatchObject({
    code: 'syncNoBook',
    params: { place: path, why: 'gone' },
  })
  expect(await readdir(path)).toEqual([])
})

test('a second book in a folder stands beside the first; of several, the own one is meant', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await makeBook(path, other)
  await openAs('a', path).push(someRecords(3))
  expect(await textAt(openAs('a', path, { head: other }))).toBe('')
  expect((await target(path, 'b', { bookId: 'book-2' }).inspect()).head).toEqual(other)
  await expect(target(path, 'b', { bookId: 'book-3' }).inspect()).rejects.toMatchObject({
    code: 'syncWrongBook',
    params: { why: 'several', count: 2 },
  })
  // Who means one of them chooses its own folder.
  expect((await target(join(path, 'fairbook-book-1'), 'b', { bookId: 'book-3' }).inspect()).head).toEqual(aHead())
  expect(await textAt(openAs('b', join(path, 'fairbook-book-1')))).toBe(await textAt(openAs('b', path)))
})

test('one other book in the folder is the one that can be joined', async () => {
  const path = await temporaryFolder()
  await makeBook(path, other)
  expect((await target(path, 'b', { bookId: 'book-1' }).inspect()).head).toEqual(other)
  await expect(openAs('b', path).pull(null, 1)).rejects.toMatchObject({ code: 'syncWrongBook' })
})

test('of several devices that make the book at once one succeeds', async () => {
  const heads = ['a', 'b', 'c'].map((digit) => aHead({ epoch: digit.repeat(16) }))
  for (let round = 0; round < 20; round += 1) {
    const path = await temporaryFolder()
    const made = await Promise.allSettled(heads.map((head) => makeBook(path, head)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of made) if (result.status === 'rejected') expect(result.reason.code).toBe('syncNotEmpty')
    const { head } = await fromB(path).inspect()
    expect(head).toEqual(heads[made.findIndex(({ status }) => status === 'fulfilled')])
  }
})

test('a head that another device makes in the very same moment is not written over', async () => {
  const path = await temporaryFolder()
  const first = aHead({ epoch: 'aaaaaaaaaaaaaaaa' })
  const disk = faultyDisk(({ what, path: file }) => {
    if (what.startsWith('open') && file.endsWith('book.json')) writeFileSync(file, encodeLine(JSON.stringify(first)))
    return undefined
  })
  await expect(makeBook(path, aHead(), disk)).rejects.toMatchObject({ code: 'syncNotEmpty' })
  expect((await fromB(path).inspect()).head).toEqual(first)
})

test('a book is made where a torn head is', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await edit(headFile(path), (bytes) => bytes.subarray(0, 10))
  const anew = aHead({ epoch: 'cccccccccccccccc' })
  await makeBook(path, anew)
  expect((await fromB(path).inspect()).head).toEqual(anew)
})

test('where a copying tool met two heads, the same one counts on every device', async () => {
  const path = await temporaryFolder()
  const late = aHead({ epoch: 'bbbbbbbbbbbbbbbb', createdAt: '2026-02-02T00:00:00.000Z' })
  await makeBook(path, late)
  await rename(headFile(path), headFile(path).replace('book.json', 'book (conflicted copy).json'))
  await makeBook(path, aHead()).catch(() => undefined)
  const line = encodeLine(JSON.stringify(aHead()))
  await writeFile(headFile(path), line)
  expect((await fromB(path).inspect()).head).toEqual(aHead())
  await expect(openAs('b', path, { head: late }).pull(null, 1)).rejects.toMatchObject({ code: 'syncTargetChanged' })
  // Whichever was made first.
  await writeFile(headFile(path), encodeLine(JSON.stringify(late)))
  await writeFile(headFile(path).replace('book.json', 'book (2).json'), line)
  expect((await fromB(path).inspect()).head).toEqual(late)
  await writeFile(headFile(path), line)
  // Both renamed: the one that was made first.
  await rename(headFile(path), headFile(path).replace('book.json', 'book-DESKTOP-X.json'))
  expect((await fromB(path).inspect()).head).toEqual(aHead())
})

test('a folder that was emptied and made anew is another target', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const b = openAs('b', path)
  await b.push(someRecords(3))
  await cp(filesOf(path, 'b'), join(path, 'kept'), { recursive: true })
  await rm(join(path, 'fairbook-book-1'), { recursive: true })
  await expect(b.push(someRecords(1))).rejects.toMatchObject({ code: 'syncNoBook' })
  const anew = aHead({ epoch: 'cccccccccccccccc' })
  await makeBook(path, anew)
  await expect(b.push(someRecords(1))).rejects.toMatchObject({ code: 'syncTargetChanged' })
  await expect(b.pull(null, 1)).rejects.toMatchObject({ code: 'syncTargetChanged' })
  // Files of the earlier life that a slow copy brings back are not taken for this one's.
  await cp(join(path, 'kept'), filesOf(path, 'b'), { recursive: true })
  expect(await textAt(openAs('b', path, { head: anew }))).toBe('')
})

test('a head that is damaged or gone is written again by the next push', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path)
  await a.push(someRecords(2))
  // After the tidying up that follows a new file: it writes the head again as well.
  await a.pull(null, 1)
  for (const harm of [
    () => edit(headFile(path), (bytes) => bytes.fill(0, 20, 40)),
    () => edit(headFile(path), (bytes) => bytes.subarray(0, 30)),
    () => rm(headFile(path)),
  ]) {
    await harm()
    expect((await fromB(path).inspect()).head).toBeUndefined()
    expect(await textAt(a)).toBe(textOf(bookOf(someRecords(2))))
    await a.push(someRecords(1))
    expect((await fromB(path).inspect()).head).toEqual(aHead())
  }
})

test('a head of a later version is told apart', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await writeFile(headFile(path), encodeLine(JSON.stringify({ ...aHead(), format: 2 })))
  await expect(fromB(path).inspect()).rejects.toMatchObject({ code: 'newerFormat' })
  await expect(openAs('b', path).push(someRecords(1))).rejects.toMatchObject({ code: 'newerFormat' })
})

test('another book of a later version does not keep this one from being found', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await makeBook(path, other)
  const newer = encodeLine(JSON.stringify({ ...other, format: 2 }))
  await writeFile(join(path, 'fairbook-book-2', 'book.json'), newer)
  await writeFile(join(path, 'fairbook-book-1', 'book (copy).json'), newer)
  expect((await fromB(path).inspect()).head).toEqual(aHead())
})

test('a newer keyring takes the place of the one that is there, an older one does not', async () => {
  const path = await temporaryFolder()
  const { keyring } = await createKeyring('correct horse battery')
  const sealed = (revision: number): TargetHead => aHead({ sealed: true, keyring: { ...keyring, revision } })
  await makeBook(path, sealed(1))
  await fromB(path).replaceKeyring(sealed(3))
  expect((await fromB(path).inspect()).head?.keyring?.revision).toBe(3)
  await fromB(path).replaceKeyring(sealed(3))
  await expect(fromB(path).replaceKeyring(sealed(2))).rejects.toMatchObject({ code: 'syncTargetChanged' })
  // Another computer's change that a copying tool put beside.
  const copy = headFile(path).replace('book.json', 'book (conflicted copy).json')
  await copyFile(headFile(path), copy)
  await writeFile(copy, encodeLine(JSON.stringify(sealed(4))))
  expect((await fromB(path).inspect()).head?.keyring?.revision).toBe(4)
})

test('a place that says it is not sealed any more is not believed', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const replica = openAs('b', path, { head: aHead({ sealed: true }), codec: aSealedCodec() })
  await expect(replica.push(someRecords(1))).rejects.toMatchObject({ code: 'syncTargetChanged' })
})

test('a sealed folder holds nothing that can be read', async () => {
  const path = await temporaryFolder()
  const head = aHead({ sealed: true })
  await makeBook(path, head)
  const codec = aSealedCodec()
  const a = openAs('a', path, { head, codec, segmentBytes: 500 })
  for (let n = 0; n < 15; n += 1) await a.push(someRecords(2, n * 2))
  await a.blobs.put('0'.repeat(64), Buffer.from('x')).catch(() => undefined)
  const text = await everything(path)
  expect(text).not.toContain('customers')
  expect(text).not.toContain('ivil')
  expect(text.length).toBeGreaterThan(3_000)
  expect(await textAt(openAs('b', path, { head, codec }))).toBe(await textAt(a))
})

test('a book folder that is a link is no book', async () => {
  const path = await temporaryFolder()
  const outside = await temporaryFolder()
  await makeBook(outside)
  await symlink(join(outside, 'fairbook-book-1'), join(path, 'fairbook-book-1'))
  expect((await fromB(path).inspect()).head).toBeUndefined()
  await expect(openAs('b', path).push(someRecords(1))).rejects.toMatchObject({ code: 'syncNoBook' })
})

test.each([
  ['EROFS', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['ENOSPC', 'syncFull'],
  ['EDQUOT', 'syncFull'],
  ['EIO', 'syncUnreachable'],
  ['ENOENT', 'syncUnreachable'],
  ['ENODEV', 'syncUnreachable'],
  ['EBUSY', 'syncBusy'],
])('%s while writing is told as %s', async (system, code) => {
  const path = await temporaryFolder()
  await makeBook(path)
  const disk = faultyDisk(() => ({ error: systemError(system) }))
  await expect(openAs('b', path, { disk }).push(someRecords(1))).rejects.toMatchObject({ code })
  await expect(target(path, 'b', { disk }).create(other)).rejects.toMatchObject({ code })
})

test('a drive that broke off is told as one, not as a server', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const disk = faultyDisk(() => ({ error: systemError('EHOSTDOWN') }))
  await expect(openAs('b', path, { disk }).push(someRecords(1))).rejects.toMatchObject({
    code: 'syncUnreachable',
    params: { place: path, why: 'drive' },
  })
})

test('a place that knows no way to make files durable is used as it is', async () => {
  const path = await temporaryFolder()
  const disk = faultyDisk(({ what }) => (what === 'sync' ? { error: systemError('ENOTSUP') } : undefined))
  await makeBook(path, aHead(), disk)
  await openAs('a', path, { disk }).push(someRecords(3))
  expect(await textAt(openAs('b', path))).toBe(textOf(bookOf(someRecords(3))))
})

test('a folder that cannot be written to says so when it is looked at', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const disk = faultyDisk(() => ({ error: systemError('EROFS') }))
  expect(await fromB(path, disk).inspect()).toMatchObject({ head: aHead(), writable: false })
})

test('a file in the place of the folder is no folder', async () => {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, '')
  await expect(fromB(path).inspect()).rejects.toMatchObject({ code: 'noAccess' })
})

test.skipIf(!canMount)('a real disk that is full, then has room again; and one that is read-only', async () => {
  const { path, setReadOnly } = await smallDisk('300k')
  await makeBook(path)
  const a = openAs('a', path)
  const pushed: number[] = []
  let full: unknown
  for (let n = 0; full === undefined && n < 100; n += 1)
    await a.push(someRecords(50, n * 50)).then(
      () => pushed.push(n),
      (error: unknown) => {
        full = error
      },
    )
  expect(full).toMatchObject({ code: 'syncFull', params: { place: path } })
  const there = openAs('b', path)
  const page = await there.pull(null, 2_000)
  expect(page).toMatchObject({ more: false })
  expect(page.aside).toBeUndefined()
  expect(page.records).toHaveLength(pushed.length * 50)
  setReadOnly(true)
  await expect(a.push(someRecords(1))).rejects.toMatchObject({ code: 'readOnly' })
  expect((await fromB(path).inspect()).writable).toBe(false)
  setReadOnly(false)
})

test.each(['', '../x', 'a/b', 'x'.repeat(65)])('a device called %j is refused', (deviceId) => {
  expect(() => target('/tmp', deviceId)).toThrow(expect.objectContaining({ code: 'invalidInput' }))
})

test('other things in the folder of the devices do no harm', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await openAs('a', path).push(someRecords(2))
  await writeFile(filesOf(path, 'file.txt'), 'x')
  await mkdir(filesOf(path, 'folder with spaces'))
  await mkdir(join(filesOf(path, 'a'), 'inner.ndjson'))
  expect((await fromB(path).inspect()).devices).toBe(1)
})
