import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import { type CouchServer, startCouch } from '../../../support/couchdb/start.ts'
import { bookOf, drain, someRecords } from '../../services/replica-conformance.ts'
import { openPair, quickTime, somePlace } from './support.ts'

let server: CouchServer
beforeAll(async () => {
  server = await startCouch()
})
afterAll(() => server.stop())

type Bulk = { packed: boolean; bytes: number; docs: number }

const bodyOf = (body: unknown): Buffer => Buffer.from(body instanceof Uint8Array ? body : [])

/** A target whose requests are noted; `answer` may answer in the server's place. */
const made = async (
  answer: (path: string, body: Buffer, packed: boolean, search: URLSearchParams) => Response | undefined = () =>
    undefined,
) => {
  const bulks: Bulk[] = []
  const noted: typeof fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input))
    const packed = new Headers(init?.headers).get('content-encoding') === 'gzip'
    const body = packed ? gunzipSync(bodyOf(init?.body)) : bodyOf(init?.body)
    if (pathname.endsWith('/_bulk_docs')) {
      const { docs } = JSON.parse(body.toString('utf8'))
      bulks.push({ packed, bytes: body.length, docs: docs.length })
    }
    return answer(pathname, body, packed, searchParams) ?? fetch(input, init)
  }
  const { head, codec } = openPair()
  const place = somePlace(server.url)
  const target = couchTarget({ place, password: undefined, ...quickTime(), fetch: noted })
  await target.create(head)
  return { bulks, open: () => target.open(head, codec) }
}

const large = (id: string, size: number): RecordState => ({
  table: 'customers',
  id,
  values: { note: id.repeat(Math.ceil(size / id.length)) },
  stamp: '000000001.0000.a',
})

test('batches hold at most 100 records or a megabyte, packed', async () => {
  const { bulks, open } = await made()
  await open().push([...someRecords(230), ...Array.from({ length: 9 }, (_, n) => large(`l${n}`, 300_000))])
  expect(bulks.every(({ docs }) => docs <= 100)).toBe(true)
  expect(bulks.every(({ bytes, packed }) => bytes <= 1024 * 1024 + 100 && packed)).toBe(true)
  expect(bookOf((await drain(open(), null)).records).size).toBe(239)
})

test('a server that does not unpack gets it plain', async () => {
  const { bulks, open } = await made((_, __, packed) => (packed ? new Response('{}', { status: 415 }) : undefined))
  const replica = open()
  await replica.push(someRecords(50))
  await replica.push(someRecords(50, 100))
  expect(bulks.map(({ packed }) => packed)).toEqual([true, false, false])
  expect(bookOf((await drain(open(), null)).records).size).toBe(100)
})

test('a request that is too large is halved, a record that is too large alone is named', async () => {
  const { open } = await made((path, body) =>
    path.endsWith('/_bulk_docs') && body.length > 20_000 ? new Response('{}', { status: 413 }) : undefined,
  )
  const { aside } = await open().push([...someRecords(200), large('big', 30_000)])
  expect(aside).toEqual([{ key: 'customers/big', reason: 'tooLarge' }])
  expect(bookOf((await drain(open(), null)).records).size).toBe(200)
})

test('an answer that is too long is asked for in halves', async () => {
  const asked: number[] = []
  const { open } = await made((path, _, __, search) => {
    if (!path.endsWith('/_changes')) return undefined
    asked.push(Number(search.get('limit')))
    return Number(search.get('limit')) > 7 ? new Response(Buffer.alloc(17_000_000, ' ')) : undefined
  })
  await open().push(someRecords(20))
  expect(bookOf((await drain(open(), null, 50)).records).size).toBe(20)
  // What fits is remembered, and a little more tried.
  expect(asked).toEqual([50, 25, 12, 6, 8, 4, 5, 7])
})

test('one document that is too long alone is named and passed', async () => {
  let long = false
  const { open } = await made((path, _, __, search) =>
    long && path.endsWith('/_changes') && search.get('since') === '3' && search.has('include_docs')
      ? new Response(Buffer.alloc(68_000_000, ' '))
      : undefined,
  )
  await open().push(someRecords(4))
  long = true
  const { records, aside } = await drain(open(), null, 3)
  // The head is the first document, so the second page begins with the record behind the limit.
  expect(records.length + aside.length).toBe(4)
  expect(aside).toMatchObject([{ reason: 'tooLarge' }])
})
