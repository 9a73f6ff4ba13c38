import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Cursor, canonical, merge, type RecordState, type Replica } from '../../../shared/change/index.ts'

/** A replica under test and how to end it. */
export type ReplicaUnderTest = { replica: Replica; end: () => Promise<void> }

const stamp = (time: number, device = 'a'): string => `${String(time).padStart(9, '0')}.0000.${device}`

export const someRecords = (count: number, from = 0): RecordState[] =>
  Array.from({ length: count }, (_, n) => ({
    table: 'customers',
    id: `c${from + n}`,
    values: { name: `Živilė ${from + n}`, 'tags/vip': true },
    stamp: stamp(from + n + 1),
  }))

type Book = Map<string, RecordState>

const apply = (book: Book, records: readonly RecordState[]): void => {
  for (const record of records) {
    const key = JSON.stringify([record.table, record.id])
    const before = book.get(key)
    book.set(key, before ? merge(before, record) : record)
  }
}

export const bookOf = (records: readonly RecordState[]): Book => {
  const book: Book = new Map()
  apply(book, records)
  return book
}

/** A book as text, the same for equal books. */
export const textOf = (book: Book): string =>
  [...book.keys()]
    .sort()
    .map((key) => canonical(JSON.parse(JSON.stringify(book.get(key)))))
    .join('\n')

/** Pulls until nothing is left. Fails when a page has more behind it and yet does not get on. */
export const drain = async (replica: Pick<Replica, 'pull'>, after: Cursor | null, limit = 100) => {
  const records: RecordState[] = []
  const cursors: (Cursor | null)[] = [after]
  for (let cursor = after; ; ) {
    const page = await replica.pull(cursor, limit)
    expect(page.records.length).toBeLessThanOrEqual(limit)
    records.push(...page.records)
    if (!page.more) return { records, cursors: [...cursors, page.cursor], cursor: page.cursor }
    expect(cursors, 'no progress').not.toContain(page.cursor)
    cursor = page.cursor
    cursors.push(cursor)
  }
}

const record: fc.Arbitrary<RecordState> = fc.record({
  table: fc.constantFrom('customers', 'deals', 'table of a newer version'),
  id: fc.integer({ min: 0, max: 8 }).map(String),
  values: fc.dictionary(fc.constantFrom('name', 'tags/vip', 'field of a newer version'), fc.string(), { minKeys: 1 }),
  stamp: fc.integer({ min: 1, max: 40 }).map((time) => stamp(time)),
})

/** What every `Replica` must keep to, run against the one that `open` makes empty. */
export const replicaConformance = (name: string, open: () => Promise<ReplicaUnderTest>): void => {
  const using = async (job: (replica: Replica) => Promise<void>): Promise<void> => {
    const { replica, end } = await open()
    try {
      await job(replica)
    } finally {
      await end()
    }
  }

  describe(`${name} is a replica`, () => {
    test('an empty one gives an empty last page', () =>
      using(async (replica) => {
        expect(await replica.pull(null, 10)).toMatchObject({ records: [], more: false })
      }))

    test('it says which book it is of', () =>
      using(async (replica) => {
        expect(replica.identity().bookId).not.toBe('')
        expect(replica.identity().target).not.toBe('')
      }))

    test('pushing twice does no harm', () =>
      using(async (replica) => {
        const records = someRecords(20)
        await replica.push(records)
        await replica.push(records)
        expect(textOf(bookOf((await drain(replica, null)).records))).toBe(textOf(bookOf(records)))
      }))

    test('pushing nothing gives a cursor behind everything', () =>
      using(async (replica) => {
        await replica.push(someRecords(3))
        const { cursor } = await replica.push([])
        expect((await drain(replica, cursor)).records).toEqual([])
        await replica.push(someRecords(1, 50))
        expect((await drain(replica, cursor)).records).toEqual(someRecords(1, 50))
      }))

    test('a cursor from a push is behind what was pushed and before what comes next', () =>
      using(async (replica) => {
        const { cursor } = await replica.push(someRecords(5))
        expect((await drain(replica, cursor)).records).toEqual([])
        await replica.push(someRecords(2, 100))
        expect((await drain(replica, cursor)).records).toEqual(someRecords(2, 100))
      }))

    test('nothing is lost at the edge of a page, whatever its size', () =>
      using(async (replica) => {
        const records = someRecords(23)
        for (let at = 0; at < records.length; at += 4) await replica.push(records.slice(at, at + 4))
        for (let limit = 1; limit <= 25; limit += 1)
          expect((await drain(replica, null, limit)).records, `${limit} a page`).toEqual(records)
      }))

    test('reading goes on from any cursor without a loss, also while others push', () =>
      using(async (replica) => {
        await replica.push(someRecords(10))
        const before = await drain(replica, null, 3)
        await replica.push(someRecords(10, 10))
        for (const [index, cursor] of before.cursors.entries()) {
          const seen = someRecords(10).slice(0, index * 3)
          const { records } = await drain(replica, cursor, 3)
          expect(textOf(bookOf([...seen, ...records]))).toBe(textOf(bookOf(someRecords(20))))
        }
      }))

    test('a cursor that it never gave starts over', () =>
      using(async (replica) => {
        await replica.push(someRecords(5))
        for (const cursor of ['', 'x', '0', '-1', '00000000.j1.0.00000000', '💥', 'ffffffff.s999999.99999.deadbeef'])
          expect(bookOf((await drain(replica, cursor)).records).size, cursor).toBe(5)
      }))

    test('an erased record stays erased whatever is pushed after it', () =>
      using(async (replica) => {
        const stone = { table: 'customers', id: 'c1', values: { erasedAt: '2026-01-01T00:00:00Z' }, stamp: stamp(5) }
        await replica.push([stone])
        await replica.push([{ table: 'customers', id: 'c1', values: { name: 'back' }, stamp: stamp(900) }])
        const [one] = bookOf((await drain(replica, null)).records).values()
        expect(one).toEqual(stone)
      }))

    test('what is pushed at once is all there', () =>
      using(async (replica) => {
        await Promise.all(Array.from({ length: 40 }, (_, n) => replica.push(someRecords(5, n * 5))))
        expect(bookOf((await drain(replica, null)).records).size).toBe(200)
      }))

    test('any records in any order, of unknown tables and fields too, come out as their merge', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(record, { maxLength: 6 }), { maxLength: 6 }),
          fc.integer({ min: 1, max: 7 }),
          async (pushes, limit) =>
            using(async (replica) => {
              for (const records of pushes) await replica.push(records)
              const { records } = await drain(replica, null, limit)
              expect(textOf(bookOf(records))).toBe(textOf(bookOf(pushes.flat())))
            }),
        ),
        { numRuns: 40 },
      ))
  })
}
