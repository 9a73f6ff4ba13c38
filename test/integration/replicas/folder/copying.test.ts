import { appendFile, copyFile, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

import { encodeLine } from '../../../../electron/services/lines/line.ts'
import { bookOf, someRecords, textOf } from '../../services/replica-conformance.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'
import { edit, filesOf, follow, makeBook, openAs, recordFiles, textAt } from './support.ts'

const all = (...counts: number[]) => textOf(bookOf(counts.flatMap((count, index) => someRecords(count, index * 100))))

/** A folder where device a wrote ten records, and its file. */
const written = async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path)
  await a.push(someRecords(10))
  const [file = ''] = await recordFiles(path, 'a')
  return { path, a, file, whole: await readFile(file) }
}

const first = async (path: string, device = 'a') => (await recordFiles(path, device))[0] ?? ''

test('two devices write at once, read each other, and agree', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const [a, b] = [openAs('a', path, { segmentBytes: 400 }), openAs('b', path, { segmentBytes: 400 })]
  const [readA, readB] = [follow(a), follow(b)]
  for (let n = 0; n < 12; n += 1) {
    await Promise.all([a.push(someRecords(3, n * 3)), b.push(someRecords(3, 100 + n * 3))])
    await Promise.all([readA.read(), readB.read()])
  }
  await Promise.all([readA.read(), readB.read()])
  expect(readA.text()).toBe(all(36, 36))
  expect(readB.text()).toBe(all(36, 36))
  expect([...readA.asides, ...readB.asides]).toEqual([])
})

test('what is cut at any byte is waited for, and read when it comes', async () => {
  const { path, file, whole } = await written()
  for (let size = 0; size < whole.length; size += 17) {
    await truncate(file, 0)
    await writeFile(file, whole.subarray(0, size))
    const reader = follow(openAs('b', path))
    await reader.read()
    await writeFile(file, whole)
    await reader.read()
    expect(reader.text(), `cut at ${size}`).toBe(all(10))
    expect(reader.asides).toEqual([])
  }
})

test('a file that got shorter than what was read of it is waited for, and gone on from', async () => {
  const { path, a, file, whole } = await written()
  const reader = follow(openAs('b', path))
  await reader.read()
  await writeFile(file, whole.subarray(0, 100))
  expect(await reader.read()).toBe(0)
  await writeFile(file, whole)
  await a.push(someRecords(2, 100))
  expect(await reader.read()).toBe(2)
  expect(reader.text()).toBe(all(10, 2))
})

test('a hole in the middle is waited for while nothing newer of the device is there', async () => {
  const { path, file, whole } = await written()
  const holed = Buffer.from(whole)
  holed.fill(0, 300, 700)
  await writeFile(file, holed)
  const reader = follow(openAs('b', path))
  await reader.read()
  expect(reader.asides).toEqual([])
  await writeFile(file, whole)
  await reader.read()
  expect(reader.text()).toBe(all(10))
  expect(reader.asides).toEqual([])
})

test('a torn end is told of once the device has written a newer file, and read when it heals after all', async () => {
  const { path, file, whole } = await written()
  await writeFile(file, whole.subarray(0, whole.length - 30))
  const reader = follow(openAs('b', path))
  expect(await reader.read()).toBe(9)
  expect(reader.asides).toEqual([])
  await openAs('a', path).push(someRecords(2, 100))
  expect(await reader.read()).toBe(2)
  expect(reader.asides).toEqual(['damaged'])
  expect(await reader.read()).toBe(0)
  expect(reader.asides).toHaveLength(1)
  await writeFile(file, whole)
  await reader.read()
  expect(reader.text()).toBe(all(10, 2))
})

test('a damaged line is named by its file, all the rest comes, and it is read when the file is put right', async () => {
  const { path, file, whole } = await written()
  await edit(file, (bytes) => bytes.fill(0x21, 400, 404))
  const b = openAs('b', path)
  const page = await b.pull(null, 100)
  expect(page.records).toHaveLength(9)
  expect(page.aside).toEqual([{ key: expect.stringMatching(/^a\/000001-[0-9a-f]{8}\.ndjson:\d+$/), reason: 'damaged' }])
  await writeFile(file, whole)
  const healed = await b.pull(page.cursor, 100)
  expect(textOf(bookOf([...page.records, ...healed.records]))).toBe(all(10))
})

test.each([
  ["a (Jonas's conflicted copy 2026-01-02)", (stem: string) => `${stem} (Jonas's conflicted copy 2026-01-02).ndjson`],
  ['a copy named after a computer', (stem: string) => `${stem}-DESKTOP-X.ndjson`],
  ['a sync-conflict', (stem: string) => `${stem}.sync-conflict-20260102-030405-ABCDEFG.ndjson`],
  ['a name of its own', () => 'copy of something.ndjson'],
])('records in a file that was renamed to %s are read', async (_, name) => {
  const { path, file, a } = await written()
  await rename(file, join(dirname(file), name(basename(file, '.ndjson'))))
  expect(await textAt(openAs('b', path))).toBe(all(10))
  // The device itself notices that its file is gone, and begins another.
  await a.push(someRecords(2, 100))
  expect(await textAt(openAs('b', path))).toBe(all(10, 2))
})

test('a conflicted copy with other lines is read beside the file', async () => {
  const { path, file } = await written()
  const copy = join(dirname(file), `${basename(file, '.ndjson')} (conflicted copy).ndjson`)
  await copyFile(file, copy)
  const other = openAs('x', path)
  await other.push(someRecords(1, 100))
  await appendFile(copy, await readFile(await first(path, 'x')))
  await rm(filesOf(path, 'x'), { recursive: true })
  expect(await textAt(openAs('b', path))).toBe(all(10, 1))
})

test.each([
  '.syncthing.000002-aaaaaaaa.ndjson.tmp',
  '~syncthing~000002-aaaaaaaa.ndjson.tmp',
  '.~lock.000002-aaaaaaaa.ndjson',
  '000002-aaaaaaaa.ndjson.part',
  '000002-aaaaaaaa.ndjson.crdownload',
  '.0123abcd.part',
])('a half-copied file under the name %s is left alone', async (name) => {
  const { path, file } = await written()
  const stranger = { table: 'customers', id: 'stranger', values: {}, stamp: '' }
  await writeFile(join(dirname(file), name), encodeLine(JSON.stringify({ id: 'customers:stranger', record: stranger })))
  expect(await textAt(openAs('b', path))).toBe(all(10))
})

test('a file that is not there yet, or not any more, is no error; order does not matter', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path, { segmentBytes: 1 })
  for (let n = 0; n < 5; n += 1) await a.push(someRecords(1, n))
  const files = await recordFiles(path, 'a')
  const contents = await Promise.all(files.map((file) => readFile(file)))
  await rm(filesOf(path, 'a'), { recursive: true })
  const b = openAs('b', path)
  const reader = follow(b)
  expect(await reader.read()).toBe(0)
  await mkdir(filesOf(path, 'a'))
  for (const index of [4, 1, 3, 0, 2]) {
    await writeFile(files[index] ?? '', contents[index] ?? '')
    expect(await reader.read()).toBe(1)
  }
  await rm(files[2] ?? '')
  expect(await reader.read()).toBe(0)
  expect(reader.text()).toBe(all(5))
})

test('a file that was replaced by another of the same name is read again from its start', async () => {
  const { path, file } = await written()
  const reader = follow(openAs('b', path))
  await reader.read()
  await openAs('c', path).push(someRecords(30, 100))
  await rename(await first(path, 'c'), file)
  await reader.read()
  expect(reader.text()).toBe(all(10, 30))
})

test('a line that lost its newline costs nothing, foreign and empty lines are put aside', async () => {
  const { path, file } = await written()
  const text = (await readFile(file)).toString()
  const broken = `${text.replace('\n', 'x')}{"data":{"x":1},"crc":"00000000"}\n\n${encodeLine('{"id":7}')}not ours at all\n`
  await writeFile(file, broken)
  const page = await openAs('b', path).pull(null, 100)
  expect(textOf(bookOf(page.records))).toBe(all(10))
  expect(page.aside?.map(({ reason }) => reason).sort()).toEqual(['damaged', 'damaged', 'damaged', 'damaged', 'odd'])
})

test('links are not followed, neither to read nor to write', async () => {
  const { path, file } = await written()
  const outside = await temporaryFolder()
  await copyFile(file, join(outside, 'far.ndjson'))
  const stranger = openAs('b', path)
  await symlink(join(outside, 'far.ndjson'), join(dirname(file), '000009-aaaaaaaa.ndjson'))
  await symlink(outside, filesOf(path, 'linked'))
  await symlink(outside, filesOf(path, 'b'))
  const page = await stranger.pull(null, 100)
  expect(page.records).toHaveLength(10)
  await expect(stranger.push(someRecords(1))).rejects.toMatchObject({ code: 'noAccess' })
})

test('a device that is gone for good is read for ever', async () => {
  const { path } = await written()
  const b = openAs('b', path)
  await b.push(someRecords(2, 100))
  expect(await textAt(openAs('new', path))).toBe(all(10, 2))
})

test('a device that was put back to an older state reads what it wrote after it', async () => {
  const { path } = await written()
  expect(await textAt(openAs('a', path))).toBe(all(10))
})

test('two programs that think they are the same device lose nothing', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  // Each finds files gone that the other has merged, and leaves it at that.
  const options = { segmentBytes: 300, onProblem: () => undefined }
  const [one, two] = [openAs('a', path, options), openAs('a', path, options)]
  for (let n = 0; n < 20; n += 1) await Promise.all([one.push(someRecords(1, n)), two.push(someRecords(1, 100 + n))])
  expect(await textAt(openAs('b', path))).toBe(all(20, 20))
})
