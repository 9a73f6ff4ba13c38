import { couchTarget } from '../../../electron/services/replicas/couchdb/index.ts'
import type { Cursor } from '../../../shared/change/index.ts'
import { startCounter } from '../../support/couchdb/counter.ts'
import { type BenchBook, recordAt } from './books.ts'

/** What a device asks of a server in an hour. */
export type Traffic = { requests: number; bytes: number }

/** The window exchanges every half minute. */
const EXCHANGES = 120
/** Edits of a busy device in an hour: each is a record and a row of its history. */
const EDITS = 60

/**
 * One hour of a device at a book, without the waiting in between: 120 exchanges, and with `edits` every other of them
 * sends an edit, as a colleague's of the minute before comes in.
 */
const hour = async (book: BenchBook, edits: number): Promise<Traffic> => {
  const counter = await startCounter(book.place.url)
  let requests = 0
  const counting: typeof fetch = (input, init) => {
    requests += 1
    return fetch(input, init)
  }
  const place = { ...book.place, url: counter.url }
  const replica = couchTarget({ place, password: undefined, fetch: counting }).open(book.head, book.codec)
  const colleague = couchTarget({ place: book.place, password: undefined }).open(book.head, book.codec)
  const pull = async (from: Cursor | null): Promise<Cursor> => {
    const page = await replica.pull(from, 2_000)
    return page.more ? pull(page.cursor) : page.cursor
  }
  let cursor = await pull(null)
  const before = { requests, bytes: counter.bytes() }
  const edit = (who: string, step: number) => {
    const record = recordAt(step * 4, 4_000)
    const stamp = `0mh2k3ab${who}.${String(step).padStart(4, '0')}.${who}`
    const history = { table: 'history', id: `${who}${step}`, values: { note: record.id }, stamp }
    return [{ ...record, values: { ...record.values, role: `${who}${step}` }, stamp }, history]
  }
  for (let step = 0; step < EXCHANGES; step += 1) {
    const busy = step % 2 === 0 && step / 2 < edits
    if (busy) await colleague.push(edit('y', step))
    cursor = await pull(cursor)
    await replica.intake?.list(50)
    if (busy) await replica.push(edit('z', step))
  }
  const sum = { requests: requests - before.requests, bytes: counter.bytes() - before.bytes }
  await counter.stop()
  return sum
}

/** A device that only listens, and one that writes an edit a minute and reads as many. */
export const traffic = async (book: BenchBook): Promise<{ idle: Traffic; busy: Traffic }> => ({
  idle: await hour(book, 0),
  busy: await hour(book, EDITS),
})
