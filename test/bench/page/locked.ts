import { type Book, openBook, rowsOf } from '../../../renderer/data/index.ts'
import { createReadModel } from '../../../renderer/read-model/client.ts'
import { createReplicator } from '../../../renderer/replication/index.ts'
import type { Replica, Row } from '../../../shared/change/index.ts'
import { toState } from '../../../shared/change/index.ts'
import { PAGE } from './contestant.ts'
import { customerAt, customerId, interactionAt } from './data.ts'

const BATCH = 2_000

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

type Table = 'customers' | 'interactions'

/** The same rows as the contest's, batch by batch. */
function* batches(size: number): Generator<{ table: Table; rows: Row[] }> {
  for (const [table, count] of [['customers', size] as const, ['interactions', size * 3] as const])
    for (let from = 0; from < count; from += BATCH)
      yield {
        table,
        rows: Array.from({ length: Math.min(BATCH, count - from) }, (_, index) =>
          table === 'customers' ? customerAt(from + index) : interactionAt(from + index, size),
        ),
      }
}

const load = async ({ db }: Book, size: number): Promise<number> => {
  let spent = 0
  for (const { table, rows } of batches(size))
    spent += await timed(() => db.transaction('rw', rowsOf(db, table), () => rowsOf(db, table).bulkPut(rows)))
  return spent
}

/** From opening the columns until the first 50 rows by name are here. */
const firstRows = async ({ db, access }: Book): Promise<{ spent: number; close: () => Promise<void> }> => {
  const model = createReadModel(access)
  const spent = await timed(async () => {
    const { ids } = await model.select({ noun: 'customers', offset: 0, limit: PAGE })
    await rowsOf(db, 'customers').bulkGet(ids)
  })
  return { spent, close: model.close }
}

const saves = async (book: Book, size: number, runs: number): Promise<number[]> => {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1)
    times.push(
      await timed(() =>
        book.write({ key: 'customerChanged' }, (draft) =>
          draft.update('customers', customerId((run * 6007) % size), { role: `role ${run}` }),
        ),
      ),
    )
  return times
}

/** After this long nobody waits for the rest of a rebuilding, in milliseconds: what it took until then is told. */
const PATIENCE = 120_000

/** A journal that costs nothing to read: what is left is the window's own part of a rebuilding. */
const freeJournal = (size: number): Replica => {
  const pages = batches(size)
  const until = performance.now() + PATIENCE
  return {
    identity: () => ({ bookId: 'bench', target: 'journal' }),
    pull: async (after) => {
      const next = performance.now() < until ? pages.next() : { done: true as const, value: undefined }
      const records = next.done ? [] : next.value.rows.map((row) => toState(next.value.table, row))
      return { records, cursor: String(Number(after ?? 0) + records.length), more: !next.done }
    },
    push: async () => ({}),
    capabilities: { durable: true, shared: false },
  }
}

export type LockedTimes = Record<'load' | 'unlock', number> & { save: number[] }

const measured = async (book: Book, size: number, runs: number): Promise<LockedTimes> => {
  const loaded = await load(book, size)
  // Builds the columns from the rows and saves them; the second start has them.
  await (await firstRows(book)).close()
  const again = await firstRows(book)
  await again.close()
  const times = { load: loaded, unlock: again.spent, save: await saves(book, size, runs) }
  book.close()
  return times
}

/** Making a plain copy anew and asking it for its first rows. */
const rebuilt = async (book: Book, size: number): Promise<number> => {
  const spent = await timed(async () => {
    await createReplicator(book.db, freeJournal(size)).pull()
    await (await firstRows(book)).close()
  })
  book.close()
  return spent
}

/** Rows in the open, the same sealed, or the other way to lock: a plain copy in memory, made anew at each unlocking. */
export const measureLocked = (way: string | null, size: number, runs: number): Promise<LockedTimes | number> => {
  const named = (rowKey?: Uint8Array) => openBook({ id: `bench-${way}-${size}`, device: 'bench', rowKey })
  if (way === 'anew') return rebuilt(named(), size)
  return measured(named(way === 'sealed' ? crypto.getRandomValues(new Uint8Array(32)) : undefined), size, runs)
}
