import { couchTarget } from '../../../electron/services/replicas/couchdb/index.ts'
import type { Cursor } from '../../../shared/change/index.ts'
import { startCounter } from '../../support/couchdb/counter.ts'
import { type BenchBook, recordAt } from './books.ts'

/** What a device asks of a server in an hour. */
type Traffic = { requests: number; bytes: number }

/** The window exchanges every half minute. */
const EXCHANGES = 120
/** Edits in an hour: each is a record and a row of its history. */
const EDITS = 60

/** Who edits in this hour, every minute; nobody for one that is idle. */
type Editor = 'nobody' | 'colleague' | 'self'

/** One hour of a device at a book, without the waiting in between. */
const hour = async (book: BenchBook, editor: Editor): Promise<Traffic> => {
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
    const edits = step % 2 === 0 && step / 2 < EDITS
    if (edits && editor === 'colleague') await colleague.push(edit('y', step))
    cursor = await pull(cursor)
    await replica.intake?.list(50)
    if (edits && editor === 'self') await replica.push(edit('z', step))
  }
  const sum = { requests: requests - before.requests, bytes: counter.bytes() - before.bytes }
  await counter.stop()
  return sum
}

/** An hour in which nothing happens, and what an edit costs on top: requests and bytes for one sent and one received. */
export const traffic = async (book: BenchBook): Promise<{ idle: Traffic; sent: Traffic; received: Traffic }> => {
  const idle = await hour(book, 'nobody')
  const above = ({ requests, bytes }: Traffic): Traffic => ({
    requests: (requests - idle.requests) / EDITS,
    bytes: (bytes - idle.bytes) / EDITS,
  })
  return { idle, received: above(await hour(book, 'colleague')), sent: above(await hour(book, 'self')) }
}
