import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'

import { type Book, keptImports, storePhotos } from '../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../renderer/desktop/fake.ts'
import type { ImportRules } from '../../../shared/import/index.ts'
import { samples } from '../../unit/shared/import/preset-samples.ts'
import { bytesOf, contentOf, importFile, memoryLocks, newBook, rules, sessionOf } from './support.ts'

const books: Book[] = []
const openNew = async (): Promise<Book> => {
  const book = await newBook()
  books.push(book)
  return book
}
afterEach(() => {
  for (const book of books.splice(0)) book.close()
})

/** Dies after so many chunks: between two, or in the middle of writing one. */
const crash = async (book: Book, file: string, chunks: number, inside: boolean, some: Partial<ImportRules>) => {
  let left = chunks
  const write = book.write
  if (inside)
    book.write = async (label, change, options) => {
      if (!options?.silent || left-- > 0) return write(label, change, options)
      return write(
        label,
        async (draft) => {
          await change(draft)
          throw new Error('crash')
        },
        options,
      )
    }
  const control = {
    paused: async () => Promise.resolve(!inside && left-- <= 0 ? Promise.reject(new Error('crash')) : undefined),
  }
  await importFile(book, file, { control, chunk: 2, rules: some }).catch(() => undefined)
  book.write = write
}

const person = fc.record({
  name: fc.constantFrom('Ona', 'Jonas', 'Eva', 'Rasa', ''),
  family: fc.constantFrom('Vasarė', 'Ruduo', ''),
  email: fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', 'bad', ''),
  phone: fc.constantFrom('+37061200001', '+37061200002', ''),
  company: fc.constantFrom('UAB Medis', 'Šilo baldai', ''),
  source: fc.constantFrom('Fair', 'Road', ''),
  role: fc.constantFrom('Buyer', 'Owner', ''),
})
const csvOf = (people: readonly Record<string, string>[]) =>
  [
    'First name,Last name,Email,Phone,Company,Source,Job title',
    ...people.map((one) => Object.values(one).join(',')),
  ].join('\n')

describe('an import that was broken off', () => {
  it('goes on and ends with the book of one that was not', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 3, maxLength: 14 }),
        fc.array(person, { maxLength: 4 }),
        fc.nat(7),
        fc.boolean(),
        fc.constantFrom<Partial<ImportRules>>(
          {},
          { duplicates: 'skip' },
          { duplicates: 'update' },
          { badCells: 'skipCell' },
          { tag: 'fair' },
        ),
        async (people, before, chunks, inside, some) => {
          const [whole, broken] = [await openNew(), await openNew()]
          for (const book of [whole, broken])
            if (before.length > 0) await importFile(book, csvOf(before), { name: 'before.csv' })
          const file = csvOf(people)
          const { result } = await importFile(whole, file, { chunk: 2, rules: some })
          await crash(broken, file, chunks, inside, some)
          const session = sessionOf(broken, { chunk: 2 })
          const [waiting] = await session.resumable()
          if (waiting) {
            const resumed = await session.resume('b', waiting.importId)
            expect(resumed).toMatchObject({
              state: 'done',
              counts: { ...result.counts, duplicates: expect.anything() },
            })
            expect(resumed.problems).toEqual(result.problems)
          }
          expect((await broken.db.imports.toArray()).filter(({ state }) => state === 'running')).toEqual([])
          if (waiting || (await broken.db.imports.count()) === (await whole.db.imports.count()))
            expect(await contentOf(broken)).toBe(await contentOf(whole))
          expect(await keptImports(broken.db)).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })

  it('goes on with activities, which become interactions and tasks', async () => {
    const [whole, broken] = [await openNew(), await openNew()]
    for (const book of [whole, broken])
      for (const name of ['pipedrivePeople', 'pipedriveDeals'] as const) await importFile(book, samples[name].text)
    const file = samples.pipedriveActivities.text
    await importFile(whole, file, { chunk: 2 })
    await crash(broken, file, 0, false, {})
    const session = sessionOf(broken, { chunk: 2 })
    const [waiting] = await session.resumable()
    expect(waiting).toMatchObject({ rowsDone: 0, rowsTotal: 3, noun: 'interactions', createdBy: 'Rasa' })
    await session.resume('b', waiting?.importId ?? '')
    expect(await contentOf(broken)).toBe(await contentOf(whole))
  })

  it('is not offered while it runs elsewhere, and can be left as it is', async () => {
    const book = await openNew()
    await crash(book, csvOf([{ a: 'Ona' }, { a: 'Eva' }, { a: 'Rasa' }]), 0, false, {})
    const [{ id = '' } = {}] = await book.db.imports.toArray()
    expect(await sessionOf(book, { locks: memoryLocks(new Set([id])) }).resumable()).toEqual([])
    await expect(sessionOf(book, { locks: memoryLocks(new Set([id])) }).resume('b', id)).rejects.toMatchObject({
      code: 'importRunning',
    })
    const session = sessionOf(book)
    expect(await session.resumable()).toHaveLength(1)
    await session.abandon(id)
    expect(await session.resumable()).toEqual([])
    expect((await book.db.imports.get(id))?.state).toBe('cancelled')
    await expect(session.resume('b', id)).rejects.toMatchObject({ code: 'recordMissing' })
  })
})

const card = (name: string, photo: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nN:${name};;;;\r\nUID:uid-${name}\r\nPHOTO;ENCODING=b;TYPE=PNG:${photo}\r\nEND:VCARD\r\n`
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('pictures on cards', () => {
  it('become files of their people once, also when storing them was broken off', async () => {
    const book = await openNew()
    const desktop = fakeDesktop({
      'attachments.put': async ({ bytes }) => ({
        sha256: bytes.length.toString(16).padStart(64, '0'),
        size: bytes.length,
      }),
    })
    const session = sessionOf(book)
    await session.open('a', bytesOf(card('Ona', png) + card('Eva', '')), 'people.vcf')
    const result = await session.run('a', rules)
    expect(result).toMatchObject({ photos: 1, counts: { created: 2 } })
    const after = sessionOf(book)
    const [waiting] = await after.resumable()
    expect(waiting).toMatchObject({ rowsDone: 2, rowsTotal: 2 })
    const resumed = await after.resume('b', waiting?.importId ?? '')
    expect(resumed).toMatchObject({ photos: 1, counts: { created: 2 } })
    for (const one of [session, after])
      await storePhotos(desktop, book, result.importId, one.photos(one === session ? 'a' : 'b', 0, 10))
    await after.finish('b')
    const files = await book.db.attachments.toArray()
    expect(files).toEqual([expect.objectContaining({ mime: 'image/png', importId: result.importId })])
    expect((await book.db.customers.get(files[0]?.customerId ?? ''))?.familyName).toBe('Ona')
    expect(await after.resumable()).toEqual([])
    const again = await importFile(book, card('Ona', png) + card('Eva', ''), { name: 'people.vcf' })
    expect(again.result.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    await sessionOf(book).undo(result.importId)
    expect((await book.db.attachments.toArray()).every(({ deletedAt }) => deletedAt)).toBe(true)
  })
})
