import fc from 'fast-check'
import { expect, it } from 'vitest'

import { couchTarget } from '../../../../../../electron/services/replicas/couchdb/index.ts'
import { openCodec } from '../../../../../../electron/services/replicas/open-codec.ts'
import type { SyncTarget } from '../../../../../../electron/services/replicas/target.ts'
import { AppError } from '../../../../../../shared/app-error.ts'
import { desktopApi } from '../../../../../../shared/desktop-api.ts'
import type { TargetHead } from '../../../../../../shared/sync/index.ts'

const head: TargetHead = {
  format: 1,
  bookId: 'book',
  epoch: '0123456789abcdef',
  createdAt: '2026-11-30T08:00:00.000Z',
  sealed: false,
}
const codec = openCodec()
const record = { table: 'customers', id: 'c1', values: { name: 'Ona' }, stamp: '000000001.0000.a' }
const id = codec.idOf('customers', 'c1')
const doc = { ...codec.encode(record), _id: id, _rev: '1-a', _conflicts: ['1-b'] }

/** What a server that works would say. */
const proper = (path: string): unknown => {
  if (path.endsWith('/_changes'))
    return { results: [{ seq: '3-x', id, changes: [{ rev: '1-a' }], doc }], last_seq: '3-x', pending: 1 }
  if (path.endsWith('/_all_docs')) return { rows: [{ id, key: id, value: { rev: '1-a' }, doc }] }
  if (path.endsWith('/_bulk_docs')) return [{ ok: true, id, rev: '2-a' }]
  if (path.endsWith('/_session')) return { ok: true, userCtx: { name: 'anna', roles: ['_admin'] } }
  if (path.endsWith('/_security')) return { members: { names: [] } }
  if (path.endsWith('/fairbook')) return { ...head, _id: 'fairbook', _rev: '1-h' }
  if (path.endsWith('/book')) return { doc_count: 2, sizes: { file: 10 } }
  if (path === '/') return { couchdb: 'Welcome' }
  return { ...doc, ok: true, rev: '1-a' }
}

type Path = (string | number)[]
const pathsOf = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))]
    : [at]

const replaceAt = (value: unknown, [first, ...rest]: Path, by: unknown): unknown => {
  if (first === undefined) return by
  const copy: unknown = structuredClone(value)
  const holder = Object(copy)
  holder[first] = replaceAt(holder[first], rest, by)
  return holder
}

type Turn = {
  kind: 'proper' | 'changed' | 'cut' | 'bytes'
  status: number
  pick: number
  by: unknown
  bytes: Uint8Array
}

const turn: fc.Arbitrary<Turn> = fc.record({
  kind: fc.constantFrom('proper', 'proper', 'proper', 'changed', 'changed', 'cut', 'bytes'),
  status: fc.constantFrom(
    200,
    200,
    200,
    200,
    200,
    201,
    202,
    301,
    400,
    401,
    403,
    404,
    409,
    412,
    413,
    415,
    429,
    500,
    503,
    507,
  ),
  pick: fc.nat(),
  by: fc.oneof(fc.jsonValue(), fc.constantFrom('__proto__', -1, 1e308, '', 'x'.repeat(100_000), [], {}, null)),
  bytes: fc.uint8Array({ maxLength: 60 }),
})

const bodyOf = (path: string, { kind, pick, by, bytes }: Turn): Buffer => {
  const value = proper(path)
  if (kind === 'bytes') return Buffer.from(bytes)
  const paths = pathsOf(value)
  const text = JSON.stringify(kind === 'changed' ? replaceAt(value, paths[pick % paths.length] ?? [], by) : value)
  return Buffer.from(kind === 'cut' ? text.slice(0, pick % text.length) : text)
}

/** Answers each request with the next turn; in the end with errors, so that whatever waits comes to its end. */
const hostile = (turns: Turn[]): typeof fetch => {
  let at = 0
  return async (input) => {
    const next = turns[at]
    at += 1
    if (next === undefined) return new Response('', { status: 500 })
    const headers = { location: 'http://elsewhere.invalid/', 'retry-after': String(next.pick), date: String(next.by) }
    return new Response(Uint8Array.from(bodyOf(new URL(String(input)).pathname, next)), {
      status: next.status,
      headers,
    })
  }
}

const jobs: ((target: SyncTarget) => Promise<unknown>)[] = [
  (target) => target.inspect(),
  (target) => target.create(head),
  (target) => target.open(head, codec).pull(null, 10),
  (target) => target.open(head, codec).pull(`${head.epoch} 3-x 1 ${id}`, 10),
  (target) => target.open(head, codec).push([record, { ...record, id: 'c2' }]),
  (target) => target.open(head, codec).blobs.get('a'.repeat(64)),
  (target) => target.open(head, codec).blobs.put('a'.repeat(64), Buffer.from('x')),
  (target) => target.open(head, codec).blobs.remove('a'.repeat(64)),
  (target) => target.open(head, codec).forget(),
  async (target) => {
    const { intake } = target.open(head, codec)
    const items = await intake?.list(10)
    await intake?.done((items ?? []).map(({ id, rev }) => ({ id, rev, odd: true })))
  },
]

it('whatever a server answers, a call ends with a result or an AppError that says what is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(jobs.length - 1), fc.array(turn, { maxLength: 9 }), async (job, turns) => {
      let time = 1_800_000_000_000
      const target = couchTarget({
        place: { kind: 'couchdb', url: 'http://127.0.0.1', database: 'book', user: 'anna' },
        password: 'secret',
        fetch: hostile(turns),
        now: () => time,
        random: () => 0.5,
        sleep: async (millis) => {
          time += millis
        },
      })
      try {
        await jobs[job]?.(target)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        expect(error.code).not.toBe('internal')
        expect(JSON.stringify(error)).not.toContain('secret')
      }
      // An hour of waiting would be as good as hanging.
      expect(time).toBeLessThan(1_800_000_000_000 + 3_600_000)
      expect(Object.prototype).not.toHaveProperty('polluted')
    }),
    { numRuns: 1_500 },
  )
})

/** A server that works, but for some answers. */
const serverWith = (odd: (path: string, body: string) => unknown): typeof fetch => {
  return async (input, init) => {
    const path = new URL(String(input)).pathname
    const body = init?.body instanceof Uint8Array ? Buffer.from(init.body).toString('utf8') : ''
    return new Response(JSON.stringify(odd(path, body) ?? proper(path)), { status: 200 })
  }
}

const open = (answers: typeof fetch) =>
  couchTarget({
    place: { kind: 'couchdb', url: 'http://127.0.0.1', database: 'book' },
    password: undefined,
    fetch: answers,
  }).open(head, codec)

it('a document with an id of any length is named, and the page with it reaches the window', async () => {
  const long = 'x'.repeat(7_000)
  const results = [{ seq: '1-x', id: long, changes: [], doc: { _id: long, _rev: '1-a' } }]
  const server = serverWith((path) =>
    path.endsWith('/_changes') ? { results, last_seq: '1-x', pending: 0 } : undefined,
  )
  const page = await open(server).pull(null, 10)
  expect(page.aside).toMatchObject([{ reason: 'odd' }])
  expect(desktopApi['sync.pull'].output.safeParse(page).success).toBe(true)
})

it('an odd message whose copy the server does not take is not deleted', async () => {
  const deleted: string[] = []
  const answer = (error: string) =>
    serverWith((path, body) => {
      if (!path.startsWith('/book-intake/')) return undefined
      if (!path.endsWith('/_bulk_docs')) return { _id: 'm1', _rev: '1-m', name: 'Ona' }
      if (!body.includes('_deleted')) return [{ id: '~odd:m1', error, reason: 'no' }]
      deleted.push(error)
      return [{ id: 'm1', rev: '2-m' }]
    })
  for (const error of ['forbidden', 'conflict'])
    await open(answer(error)).intake?.done([{ id: 'm1', rev: '1-m', odd: true }])
  // A conflict says that an earlier try made the copy.
  expect(deleted).toEqual(['conflict'])
})
