import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import type { Page, RecordState } from '../../../../shared/change/index.ts'
import { bookOf, drain, someRecords, textOf } from '../../services/replica-conformance.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'
import { aHead, aSealedCodec, edit, filesOf, makeBook, openAs, recordFiles, target } from './support.ts'

const orAppError = async <T>(job: Promise<T>): Promise<T | undefined> => {
  try {
    return await job
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).not.toBe('internal')
    return undefined
  }
}

const isOneOf = (records: readonly RecordState[], all: readonly RecordState[]): void => {
  for (const record of records) expect(all).toContainEqual(record)
}

test.each([
  ['in the open', undefined],
  ['sealed', aSealedCodec()],
])(
  'every byte of a file of records changed: all but its own line is read, none is made up (%s)',
  async (_, codec) => {
    const path = await temporaryFolder()
    const head = aHead({ sealed: codec !== undefined })
    const opening = { head, ...(codec && { codec }) }
    await makeBook(path, head)
    const records = someRecords(4)
    await openAs('a', path, opening).push(records)
    await openAs('a', path, opening).push(someRecords(1, 50))
    const [file = ''] = await recordFiles(path, 'a')
    const whole = await readFile(file)
    const b = openAs('b', path, opening)
    const step = Math.max(1, Math.floor(whole.length / 150))
    for (let at = 0; at < whole.length; at += step) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 + (at % 255))
      await writeFile(file, bytes)
      const page = await b.pull(null, 100)
      isOneOf(page.records, [...records, ...someRecords(1, 50)])
      expect(bookOf(page.records).size, `byte ${at}`).toBeGreaterThanOrEqual(4)
      expect(page.aside?.length ?? 0).toBeLessThanOrEqual(2)
      if (bookOf(page.records).size < 5) expect(page.aside?.length ?? 0).toBeGreaterThan(0)
      // What was read before the damage, and what comes when it is put right, is all of it.
      await writeFile(file, whole)
      const healed = await b.pull(page.cursor, 100)
      expect(bookOf([...page.records, ...healed.records]).size).toBe(5)
    }
  },
  60_000,
)

test('every byte of the head changed: the same head, none, or an error that says what it is', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const file = join(path, 'fairbook-book-1', 'book.json')
  const whole = await readFile(file)
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 + (at % 255))
    await writeFile(file, bytes)
    const summary = await orAppError(target(path, 'b').inspect())
    if (summary?.head !== undefined) expect(summary.head).toEqual(aHead())
  }
})

const isPage = (page: Page): void => {
  expect(page.cursor.length).toBeLessThan(100_000)
  expect(Array.isArray(page.records)).toBe(true)
}

test('any cursor is answered with all that it does not stand for', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await openAs('a', path, { segmentBytes: 300 }).push(someRecords(6))
  const b = openAs('b', path)
  const { cursor } = await drain(b, null)
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `f1.${aHead().epoch}.c.${text}`),
        fc.tuple(fc.nat(cursor.length), fc.string({ minLength: 1, maxLength: 3 })).map(([at, text]) => {
          return cursor.slice(0, at) + text + cursor.slice(at + text.length)
        }),
        fc.nat(cursor.length).map((at) => cursor.slice(0, at)),
      ),
      async (after) => {
        const page = await b.pull(after, 50)
        isPage(page)
        isOneOf(page.records, someRecords(6))
      },
    ),
    { numRuns: 100 },
  )
})

const fileName = fc.oneof(
  fc.constantFrom(
    '000001-aaaaaaaa.ndjson',
    'x.ndjson',
    '..ndjson',
    'book.json',
    'book (2).json',
    '-.ndjson',
    'ž\u202e.ndjson',
  ),
  fc.string({ minLength: 1, maxLength: 40 }),
)
const content = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc.json().map((text) => Buffer.from(`${text}\n`)),
  fc
    .constantFrom('', '\n', '\0\0\0\0', '{"data":', '['.repeat(5_000), `{"data":${'['.repeat(50_000)},"crc":"0"}\n`)
    .map(Buffer.from),
)

test('whatever others put into the folder: no crash, nothing written outside, and what is whole is read', async () => {
  const path = await temporaryFolder()
  const template = join(path, 'template')
  await mkdir(template)
  await makeBook(template)
  await openAs('a', template).push(someRecords(5))
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', '', '.', 'root'), fileName, content), { maxLength: 8 }),
      async (files) => {
        run += 1
        const place = join(path, `run-${run}`)
        await cp(template, place, { recursive: true })
        for (const [where, name, bytes] of files) {
          const folder = where === 'root' ? join(place, 'fairbook-book-1') : filesOf(place, where)
          const inside = join(folder, name.replaceAll(/[/\0]/g, '_'))
          if (basename(inside) === 'book.json' || inside.endsWith('..') || inside === folder) continue
          await mkdir(folder, { recursive: true })
          await writeFile(inside, bytes).catch(() => undefined)
        }
        await orAppError(target(place, 'b').inspect())
        const b = openAs('b', place, { onProblem: () => undefined })
        const read = await drain(b, null, 3)
        expect(textOf(bookOf(read.records))).toBe(textOf(bookOf(someRecords(5))))
        await b.push(someRecords(1, 9))
        await b.forget()
        expect((await drain(openAs('c', place), null)).records).toContainEqual(someRecords(1, 9)[0])
        // Files may still be being merged in the background.
        await rm(place, { recursive: true, force: true, maxRetries: 10 })
      },
    ),
    { numRuns: 30 },
  )
  expect((await readdir(path)).sort()).toEqual(['template'])
}, 60_000)

test('any part of the files, cut anywhere, in any order: in the end all of it is read', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  for (const device of ['a', 'b']) {
    const replica = openAs(device, path, { segmentBytes: 300 })
    for (let n = 0; n < 12; n += 1) await replica.push(someRecords(2, device === 'a' ? n : 100 + n))
    await replica.pull(null, 1)
  }
  const files = [...(await recordFiles(path, 'a')), ...(await recordFiles(path, 'b'))]
  const wholes = await Promise.all(files.map((file) => readFile(file)))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(files.length - 1), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 }),
      async (steps) => {
        const reader = openAs('c', path)
        const records: RecordState[] = []
        let cursor: string | null = null
        const read = async () => {
          const got = await drain(reader, cursor)
          records.push(...got.records)
          cursor = got.cursor
        }
        for (const file of files) await rm(file)
        for (const [index, part] of steps) {
          const whole = wholes[index] ?? Buffer.alloc(0)
          await writeFile(files[index] ?? '', whole.subarray(0, Math.floor(whole.length * part)))
          await read()
        }
        for (const [index, file] of files.entries()) await writeFile(file, wholes[index] ?? '')
        await read()
        expect(textOf(bookOf(records))).toBe(textOf(bookOf([...someRecords(13), ...someRecords(13, 100)])))
      },
    ),
    { numRuns: 30 },
  )
}, 60_000)

test('two readers on one folder that is cut and put right end up with the same', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await openAs('a', path).push(someRecords(20))
  const [file = ''] = await recordFiles(path, 'a')
  const whole = await readFile(file)
  await edit(file, (bytes) => bytes.subarray(0, 777))
  const one = await drain(openAs('b', path), null, 2)
  await writeFile(file, whole)
  const rest = await drain(openAs('b', path), one.cursor, 2)
  expect(textOf(bookOf([...one.records, ...rest.records]))).toBe(textOf(bookOf(someRecords(20))))
})
