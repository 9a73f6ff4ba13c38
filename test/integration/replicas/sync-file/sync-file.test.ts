import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { realDisk } from '../../../../electron/services/disk/disk.ts'
import { encodeLine } from '../../../../electron/services/lines/line.ts'
import { FRAME_HEAD, parseFrameHead, printFrameHead } from '../../../../electron/services/replicas/sync-file/format.ts'
import { openSyncFile, type SyncFile } from '../../../../electron/services/replicas/sync-file/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import { MAX_ATTACHMENT } from '../../../../shared/desktop-api.ts'
import { faultyDisk, systemError } from '../../services/faulty-disk.ts'
import { bookOf, drain, someRecords, textOf } from '../../services/replica-conformance.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'
import { aHead, key, makeFile, someAttachments } from './support.ts'

const MAGIC = 'FAIRBOOK SYNC 1\n'
const open = (path: string): Promise<SyncFile> => openSyncFile(realDisk, path)
const readAll = (file: SyncFile, limit = 500, with_: Uint8Array | undefined = key) =>
  drain({ pull: (after, most) => file.pull(with_, after, most) }, null, limit)

const END = { key: 'end', reason: 'damaged' }

const kinds = [
  ['in the open', false],
  ['sealed', true],
] as const

test.each(kinds)('a whole book goes into a file and comes out of it (%s)', async (_, sealed) => {
  const records = someRecords(5_000)
  const files = [randomBytes(70_000), Buffer.from('a note'), Buffer.alloc(0)]
  const { path, written } = await makeFile(records, { sealed, files })
  const file = await open(path)
  const { size } = await stat(path)
  expect(written).toEqual({ records: 5_000, attachments: 3, bytes: size })
  expect(file).toMatchObject({ head: aHead(sealed), records: 5_000, attachments: 3, size })
  for (const limit of [1_999, 7_000]) {
    const read = await readAll(file, limit)
    expect(read.records).toEqual(records)
    expect(read.aside).toEqual([])
  }
  const taken = someAttachments([])
  expect(await file.takeAttachments(key, taken)).toEqual([])
  expect(taken.held).toEqual(someAttachments(files).held)
  // A third of what the lines would take.
  expect(size - 70_006).toBeLessThan(5_000 * 40)
  expect(await readdir(dirname(path))).toHaveLength(1)
})

test.each(kinds)('an empty book makes a file too (%s)', async (_, sealed) => {
  const file = await open((await makeFile([], { sealed })).path)
  expect(await readAll(file)).toMatchObject({ records: [], aside: [] })
})

test('pages of any size, from any cursor, lose nothing', async () => {
  const file = await open((await makeFile(someRecords(23), { sealed: true })).path)
  for (let limit = 1; limit <= 25; limit += 1) {
    const read = await readAll(file, limit)
    expect(read.records).toEqual(someRecords(23))
    for (const [index, cursor] of read.cursors.entries())
      if (cursor !== null) {
        const rest = await drain({ pull: (after, most) => file.pull(key, after, most) }, cursor, 100)
        expect(rest.records).toEqual(someRecords(23).slice(read.counts[index]))
      }
  }
  for (const cursor of ['', 'x', `${'0'.repeat(16)}.0.9`])
    expect((await file.pull(key, cursor, 100)).records).toHaveLength(23)
})

test('a sealed file tells nothing, and opens with its key only', async () => {
  const { path } = await makeFile(someRecords(50), { sealed: true, files: [Buffer.from('the signed offer')] })
  const text = (await readFile(path)).toString('latin1')
  for (const known of ['customers', 'ivil', 'offer', '\x1f\x8b']) expect(text).not.toContain(known)
  const file = await open(path)
  for (const wrong of [undefined, randomBytes(32)]) {
    await expect(file.pull(wrong, null, 10)).rejects.toMatchObject({ code: 'syncKeyMissing' })
    await expect(file.takeAttachments(wrong, someAttachments([]))).rejects.toMatchObject({ code: 'syncKeyMissing' })
  }
})

test('a sealed book is never written without its key', async () => {
  const head = aHead(true)
  const other = { ...head, ...(head.keyring && { keyring: { ...head.keyring, keyId: '0'.repeat(16) } }) }
  await expect(makeFile(someRecords(1), { head: other })).rejects.toMatchObject({ code: 'syncKeyMissing' })
})

test.each([
  ['an empty file', ''],
  ['a text', 'Dear customer\n'],
  ['a backup', 'PK\x03\x04 and so on'],
  ['a beginning of the magic', 'FAIRBOOK SY'],
])('%s is another kind of file', async (_, content) => {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, content)
  await expect(open(path)).rejects.toMatchObject({ code: 'syncFileOther' })
})

test.each([
  ['no header', MAGIC, 'syncFileDamaged'],
  ['a header that is cut', `${MAGIC}{"data":{`, 'syncFileDamaged'],
  ['a header that says nothing', MAGIC + encodeLine('{}'), 'syncFileDamaged'],
  ['a later version', 'FAIRBOOK SYNC 2\n…', 'newerFormat'],
  ['a head of a later version', MAGIC + encodeLine('{"head":{"format":2}}'), 'newerFormat'],
])('%s is told apart', async (_, content, code) => {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, content)
  await expect(open(path)).rejects.toMatchObject({ code })
})

test('a file that is not there, or no file, is told', async () => {
  const folder = await temporaryFolder()
  await expect(open(join(folder, 'gone'))).rejects.toMatchObject({ code: 'folderMissing' })
  await expect(open(folder)).rejects.toBeInstanceOf(AppError)
})

test.each(kinds)('a file that was cut off anywhere is noticed; what came before is read (%s)', async (_, sealed) => {
  const records = someRecords(9_000)
  const { path } = await makeFile(records, { sealed, files: [randomBytes(500)] })
  const whole = await readFile(path)
  const start = whole.indexOf('FBSf')
  for (const part of [0, 0.3, 0.6, 0.95, 0.999]) {
    await truncate(path, start + Math.floor((whole.length - start) * part))
    const read = await readAll(await open(path), 2_000)
    expect(read.aside).toContainEqual(END)
    expect(read.records).toEqual(records.slice(0, read.records.length))
    await writeFile(path, whole)
  }
  await truncate(path, whole.length - 1)
  expect((await readAll(await open(path), 2_000)).records).toHaveLength(9_000)
})

const framesOf = (whole: Buffer): Buffer[] => {
  const starts: number[] = []
  for (let at = whole.indexOf('FBSf'); at >= 0; at = whole.indexOf('FBSf', at + 1)) starts.push(at)
  return starts.map((start, index) => whole.subarray(start, starts[index + 1] ?? whole.length))
}

test('parts of a sealed file that are taken out, doubled, swapped or taken from another file are noticed', async () => {
  const records = someRecords(9_000)
  const [one, two] = [await makeFile(records, { sealed: true }), await makeFile(records, { sealed: true })]
  const whole = await readFile(one.path)
  const start = whole.subarray(0, whole.indexOf('FBSf'))
  const [a, b, c, ...rest] = framesOf(whole)
  const [x] = framesOf(await readFile(two.path))
  if (a === undefined || b === undefined || c === undefined || x === undefined) throw new Error('too few parts')
  for (const parts of [
    [a, c, ...rest],
    [a, b, c],
    [x, b, c, ...rest],
    [b, c, ...rest],
  ]) {
    await writeFile(one.path, Buffer.concat([start, ...parts]))
    const read = await readAll(await open(one.path), 2_000)
    expect(read.aside.length).toBeGreaterThan(0)
    expect(read.records.length).toBeLessThanOrEqual(9_000)
    for (const record of [read.records[0], read.records.at(-1)]) expect(records).toContainEqual(record)
  }
  // Doubled or in another order it is still all of the book, and nothing else.
  await writeFile(one.path, Buffer.concat([start, b, a, a, c, ...rest]))
  expect(textOf(bookOf((await readAll(await open(one.path), 2_000)).records))).toBe(textOf(bookOf(records)))
})

test.each(kinds)(
  'every byte changed: an error, an aside, or the very same records (%s)',
  async (_, sealed) => {
    const records = someRecords(6)
    const { path } = await makeFile(records, { sealed, files: [Buffer.from('abc')] })
    const whole = await readFile(path)
    const wanted = someAttachments([Buffer.from('abc')]).held
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 + (at % 255))
      await writeFile(path, bytes)
      try {
        const file = await open(path)
        const read = await readAll(file, 4)
        const taken = someAttachments([])
        const aside = [...read.aside, ...(await file.takeAttachments(key, taken))]
        if (aside.length === 0) {
          expect(read.records).toEqual(records)
          expect(taken.held).toEqual(wanted)
        } else for (const record of read.records) expect(records).toContainEqual(record)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect((error as AppError).code).not.toBe('internal')
      }
    }
  },
  60_000,
)

test('parts of a sealed file that were numbered anew to hide a gap do not open', async () => {
  const { path } = await makeFile(someRecords(9_000), { sealed: true })
  const whole = await readFile(path)
  const [first = Buffer.alloc(0), ...rest] = framesOf(whole)
  const moved = rest.slice(1).map((frame) => {
    const head = parseFrameHead(frame)
    if (head === undefined) throw new Error('no frame')
    return Buffer.concat([printFrameHead({ ...head, index: head.index - 1 }), frame.subarray(FRAME_HEAD)])
  })
  await writeFile(path, Buffer.concat([whole.subarray(0, whole.indexOf('FBSf')), first, ...moved]))
  const { aside } = await readAll(await open(path), 2_000)
  expect(aside).toEqual([...moved.slice(1).map((_, n) => ({ key: `part ${n + 1}`, reason: 'damaged' })), END])
})

test.each(kinds)('a part whose head is damaged is named, and those behind it are read (%s)', async (_, sealed) => {
  const records = someRecords(9_000)
  const { path } = await makeFile(records, { sealed })
  const whole = await readFile(path)
  whole[whole.indexOf('FBSf') + 10] = 0xff
  await writeFile(path, whole)
  const read = await readAll(await open(path), 2_000)
  expect(read.aside).toEqual([{ key: 'part 0', reason: 'damaged' }])
  expect(read.records).toEqual(records.slice(9_000 - read.records.length))
  expect(read.records.length).toBeGreaterThan(3_000)
})

test('whatever follows the header: no crash', async () => {
  const { path } = await makeFile(someRecords(3))
  const whole = await readFile(path)
  const start = whole.subarray(0, whole.indexOf('FBSf'))
  const [frame = Buffer.alloc(0)] = framesOf(whole)
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(frame, frame.subarray(0, 21), Buffer.from('FBSf'))),
        {
          maxLength: 6,
        },
      ),
      async (parts) => {
        await writeFile(path, Buffer.concat([start, ...parts]))
        const file = await open(path)
        for (const record of (await readAll(file, 10)).records) expect(someRecords(3)).toContainEqual(record)
        await file.takeAttachments(undefined, someAttachments([]))
      },
    ),
    { numRuns: 100 },
  )
})

test.each([
  ['ENOSPC', 'diskFull'],
  ['EROFS', 'readOnly'],
  ['EIO', 'internal'],
])('%s while writing leaves no file behind', async (system, code) => {
  const disk = faultyDisk(({ what, path }) =>
    what === 'sync' && path.includes('.part') ? { error: systemError(system) } : undefined,
  )
  const folder = await temporaryFolder()
  await expect(makeFile(someRecords(10), { disk, folder })).rejects.toMatchObject({ code })
  expect(await readdir(folder)).toEqual([])
})

test('a part of nothing but line ends, millions of them, is named and takes neither time nor memory', async () => {
  const { path } = await makeFile(someRecords(10))
  const whole = await readFile(path)
  const [first = Buffer.alloc(0), ...rest] = framesOf(whole)
  const lines = gzipSync(Buffer.alloc(30_000_000, '\n'))
  const head = printFrameHead({ kind: 'R', index: 0, length: lines.length, count: 1 })
  const start = whole.indexOf(first)
  await writeFile(path, Buffer.concat([whole.subarray(0, start), head, lines, ...rest]))
  const page = await (await open(path)).pull(undefined, null, 500)
  expect(page.aside?.length).toBeLessThan(2_000)
  expect(page.aside?.at(-1)).toEqual({ key: 'part 0', reason: 'damaged' })
})

test('an attachment larger than any may be is named, and the others come in', async () => {
  const [large, small] = [Buffer.alloc(MAX_ATTACHMENT + 1), Buffer.from('an offer')]
  const { path } = await makeFile(someRecords(1), { files: [large, small] })
  const into = someAttachments([])
  const put = async (bytes: Uint8Array) => {
    if (bytes.length > MAX_ATTACHMENT) throw new AppError('attachmentTooLarge')
    return into.put(bytes)
  }
  expect(await (await open(path)).takeAttachments(undefined, { put })).toMatchObject([{ reason: 'tooLarge' }])
  expect([...into.held.values()]).toEqual([small])
})
