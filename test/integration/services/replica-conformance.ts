import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  type Aside,
  type Cursor,
  canonical,
  merge,
  type RecordState,
  type Replica,
} from '../../../shared/change/index.ts'

/** A replica under test and how to end it. */
export type ReplicaUnderTest = {
  replica: Replica
  /** Damages what stands there of a record, where that can happen under an open replica. */
  poison?: ((record: RecordState) => Promise<void>) | undefined
  end: () => Promise<void>
}

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
  const aside: Aside[] = []
  const cursors: (Cursor | null)[] = [after]
  /** How many records had been read at each cursor. */
  const counts = [0]
  for (let cursor = after; ; ) {
    const page = await replica.pull(cursor, limit)
    expect(page.records.length).toBeLessThanOrEqual(limit)
    records.push(...page.records)
    aside.push(...(page.aside ?? []))
    counts.push(records.length)
    if (!page.more) return { records, aside, cursors: [...cursors, page.cursor], counts, cursor: page.cursor }
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

const allText = async (replica: Replica, limit = 100): Promise<string> =>
  textOf(bookOf((await drain(replica, null, limit)).records))

/**
 * What every `Replica` must keep to, run against the one that `open` makes empty. Where others write too (`shared`),
 * order and repetition are free: what counts is the merge of what is read.
 */
export const replicaConformance = (name: string, open: () => Promise<ReplicaUnderTest>, runs = 40): void => {
  const using = async (job: (under: ReplicaUnderTest) => Promise<void>): Promise<void> => {
    const under = await open()
    try {
      await job(under)
    } finally {
      await under.end()
    }
  }
  /** The same text for what is there of equal worth: the very list where nobody else writes, its merge elsewhere. */
  const worth = ({ capabilities }: Replica, records: readonly RecordState[]) =>
    capabilities.shared ? textOf(bookOf(records)) : records

  describe(`${name} is a replica`, () => {
    test('an empty one gives an empty last page', () =>
      using(async ({ replica }) => {
        expect(await replica.pull(null, 10)).toMatchObject({ records: [], more: false })
      }))

    test('it says which book it is of', () =>
      using(async ({ replica }) => {
        expect(replica.identity().bookId).not.toBe('')
        expect(replica.identity().target).not.toBe('')
      }))

    test('pushing twice does no harm', () =>
      using(async ({ replica }) => {
        const records = someRecords(20)
        await replica.push(records)
        await replica.push(records)
        expect(await allText(replica)).toBe(textOf(bookOf(records)))
      }))

    test('a push gives a cursor where nobody else writes, and only there', () =>
      using(async ({ replica }) => {
        for (const records of [someRecords(3), []])
          expect((await replica.push(records)).cursor === undefined).toBe(replica.capabilities.shared)
      }))

    test('a cursor from a push is behind what was pushed and before what comes next', () =>
      using(async ({ replica }) => {
        if (replica.capabilities.shared) return
        for (const [pushed, next] of [
          [someRecords(5), someRecords(2, 100)],
          [[], someRecords(1, 50)],
        ] as const) {
          const { cursor } = await replica.push(pushed)
          expect((await drain(replica, cursor ?? null)).records).toEqual([])
          await replica.push(next)
          expect((await drain(replica, cursor ?? null)).records).toEqual(next)
        }
      }))

    test('a cursor from the last page is behind all there was and before what comes next', () =>
      using(async ({ replica }) => {
        await replica.push(someRecords(5))
        const { cursor } = await drain(replica, null, 2)
        expect((await drain(replica, cursor)).records).toEqual([])
        await replica.push(someRecords(2, 100))
        expect(worth(replica, (await drain(replica, cursor)).records)).toEqual(worth(replica, someRecords(2, 100)))
      }))

    test('nothing is lost at the edge of a page, whatever its size', () =>
      using(async ({ replica }) => {
        const records = someRecords(23)
        for (let at = 0; at < records.length; at += 4) await replica.push(records.slice(at, at + 4))
        for (let limit = 1; limit <= 25; limit += 1)
          expect(worth(replica, (await drain(replica, null, limit)).records), `${limit} a page`).toEqual(
            worth(replica, records),
          )
      }))

    test('nothing is lost at the edge of a batch, however many are pushed at once', () =>
      using(async ({ replica }) => {
        for (const [count, from] of [
          [99, 0],
          [100, 1_000],
          [101, 2_000],
          [350, 3_000],
        ] as const)
          expect((await replica.push(someRecords(count, from))).aside ?? []).toEqual([])
        expect(bookOf((await drain(replica, null)).records).size).toBe(650)
      }))

    test('one record many times in a push ends as its merge', () =>
      using(async ({ replica }) => {
        const [one] = someRecords(1)
        if (one === undefined) return
        const states = Array.from({ length: 120 }, (_, n) => ({
          ...one,
          values: { [`tags/t${n}`]: n },
          stamp: stamp(n + 1),
        }))
        await replica.push(states)
        expect(await allText(replica)).toBe(textOf(bookOf(states)))
      }))

    test('reading goes on from any cursor without a loss, also while others push', () =>
      using(async ({ replica }) => {
        await replica.push(someRecords(10))
        const before = await drain(replica, null, 3)
        await replica.push(someRecords(10, 10))
        for (const [index, cursor] of before.cursors.entries()) {
          const seen = before.records.slice(0, before.counts[index])
          const { records } = await drain(replica, cursor, 3)
          expect(textOf(bookOf([...seen, ...records]))).toBe(textOf(bookOf(someRecords(20))))
        }
      }))

    test('an edit made behind a cursor is read after it', () =>
      using(async ({ replica }) => {
        await replica.push(someRecords(10))
        const { cursor, records } = await drain(replica, null)
        const edit = { table: 'customers', id: 'c4', values: { name: 'Anew' }, stamp: stamp(500, 'b') }
        await replica.push([edit])
        const after = await drain(replica, cursor)
        expect(textOf(bookOf([...records, ...after.records]))).toBe(textOf(bookOf([...someRecords(10), edit])))
      }))

    test('a cursor that it never gave starts over', () =>
      using(async ({ replica }) => {
        await replica.push(someRecords(5))
        for (const cursor of ['', 'x', '0', '-1', '00000000.j1.0.00000000', '💥', 'ffffffff.s999999.99999.deadbeef'])
          expect(bookOf((await drain(replica, cursor)).records).size, cursor).toBe(5)
      }))

    test('an erased record stays erased whatever is pushed after it', () =>
      using(async ({ replica }) => {
        const stone = { table: 'customers', id: 'c1', values: { erasedAt: '2026-01-01T00:00:00Z' }, stamp: stamp(5) }
        await replica.push([stone])
        await replica.push([{ table: 'customers', id: 'c1', values: { name: 'back' }, stamp: stamp(900) }])
        const [one] = bookOf((await drain(replica, null)).records).values()
        expect(one).toEqual(stone)
      }))

    test('what is pushed at once is all there', () =>
      using(async ({ replica }) => {
        await Promise.all(Array.from({ length: 40 }, (_, n) => replica.push(someRecords(5, n * 5))))
        expect(bookOf((await drain(replica, null)).records).size).toBe(200)
      }))

    test('edits of one record that are pushed at once are all in it', () =>
      using(async ({ replica }) => {
        const edits = Array.from({ length: 12 }, (_, n) => ({
          table: 'customers',
          id: 'c1',
          values: { [`tags/t${n}`]: true },
          stamp: stamp(n + 1, `device${n}`),
        }))
        await Promise.all(edits.map((edit) => replica.push([edit])))
        expect(await allText(replica)).toBe(textOf(bookOf(edits)))
      }))

    test('what is damaged is named once and passed, all the rest comes, and a new push mends it', () =>
      using(async ({ replica, poison }) => {
        if (poison === undefined) return
        const records = someRecords(30)
        const [bad] = records.slice(11)
        if (bad === undefined) return
        await replica.push(records)
        await poison(bad)
        const rest = records.filter((one) => one !== bad)
        for (const limit of [1, 7, 100]) {
          const read = await drain(replica, null, limit)
          expect(textOf(bookOf(read.records))).toBe(textOf(bookOf(rest)))
          expect(read.aside).toHaveLength(1)
          expect((await drain(replica, read.cursor)).records).toEqual([])
        }
        expect((await replica.push([bad])).aside ?? []).toEqual([])
        expect(await allText(replica)).toBe(textOf(bookOf(records)))
      }))

    test('any records in any order, of unknown tables and fields too, come out as their merge', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(record, { maxLength: 6 }), { maxLength: 6 }),
          fc.integer({ min: 1, max: 7 }),
          async (pushes, limit) =>
            using(async ({ replica }) => {
              for (const records of pushes) await replica.push(records)
              expect(await allText(replica, limit)).toBe(textOf(bookOf(pushes.flat())))
            }),
        ),
        { numRuns: runs },
      ))
  })
}
