import { afterAll, beforeAll, expect, test } from 'vitest'

import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import { type CouchServer, startCouch } from '../../../support/couchdb/start.ts'
import { bookOf, drain, someRecords } from '../../services/replica-conformance.ts'
import { openPair, quickTime, somePlace } from './support.ts'

let server: CouchServer
beforeAll(async () => {
  server = await startCouch({ admin: 'anna:pass:word' })
})
afterAll(() => server.stop())

type Seen = { path: string; headers: Headers }

/** Node's fetch that notes what goes out, and answers some of it itself. */
const noting = (answer: (seen: Seen, count: number) => Response | undefined = () => undefined) => {
  const seen: Seen[] = []
  const noted: typeof fetch = async (input, init) => {
    const one = { path: new URL(String(input)).pathname, headers: new Headers(init?.headers) }
    seen.push(one)
    return answer(one, seen.length) ?? fetch(input, init)
  }
  return { seen, fetch: noted }
}

const opened = async (note: ReturnType<typeof noting>) => {
  const { head, codec } = openPair()
  const place = { ...somePlace(server.url), user: 'anna' }
  const target = couchTarget({ place, password: 'pass:word', ...quickTime(), fetch: note.fetch })
  await target.create(head)
  return target.open(head, codec)
}

const logins = (seen: readonly Seen[]) => seen.filter(({ path }) => path === '/_session').length

test('it logs in once and shows its cookie from then on', async () => {
  const note = noting()
  const replica = await opened(note)
  await replica.push(someRecords(5))
  expect(bookOf((await drain(replica, null)).records).size).toBe(5)
  // One for who makes the book, one for who syncs.
  expect(logins(note.seen)).toBe(2)
  for (const { path, headers } of note.seen) {
    expect(headers.has('authorization')).toBe(false)
    expect(headers.has('cookie')).toBe(path !== '/_session')
  }
})

test('a cookie that is over is renewed once', async () => {
  let refuse = 0
  const note = noting(({ headers }) => {
    if (!headers.has('cookie') || refuse === 0) return undefined
    refuse -= 1
    return new Response('{"error":"unauthorized"}', { status: 401 })
  })
  const replica = await opened(note)
  refuse = 1
  await replica.push(someRecords(3))
  expect(bookOf((await drain(replica, null)).records).size).toBe(3)
  expect(logins(note.seen)).toBe(3)
  refuse = 2
  await expect(replica.push(someRecords(1))).rejects.toMatchObject({ code: 'syncLogin' })
  await replica.push(someRecords(1))
})

test('without _session it says name and password itself', async () => {
  const note = noting(({ path }) => (path === '/_session' ? new Response('{}', { status: 404 }) : undefined))
  const replica = await opened(note)
  await replica.push(someRecords(3))
  expect(bookOf((await drain(replica, null)).records).size).toBe(3)
  const basic = `Basic ${Buffer.from('anna:pass:word').toString('base64')}`
  for (const { path, headers } of note.seen)
    expect(headers.get('authorization')).toBe(path === '/_session' ? null : basic)
})

test('a server that is just starting is asked again, also for the login', async () => {
  const note = noting((_, count) => (count <= 3 ? new Response('', { status: 503 }) : undefined))
  const replica = await opened(note)
  await replica.push(someRecords(1))
  expect(note.seen.every(({ headers }) => !headers.has('authorization'))).toBe(true)
})

test('a cookie that is none is not sent on', async () => {
  const hostile = 'AuthSession=a\u00e9b; path=/'
  const note = noting(({ path }) =>
    path === '/_session' ? new Response('{}', { status: 200, headers: { 'set-cookie': hostile } }) : undefined,
  )
  await opened(note)
  for (const { headers } of note.seen) expect(headers.has('cookie')).toBe(false)
})
