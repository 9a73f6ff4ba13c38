import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { couchTarget } from '../../../../../../electron/services/replicas/couchdb/index.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const place = { kind: 'couchdb', url: 'http://127.0.0.1', database: 'book' } as const

/** Answers with this body, or not at all; ends when it is broken off. */
const slow =
  (body: ReadableStream<Uint8Array> | undefined): typeof fetch =>
  (_, init) =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      if (body) resolve(new Response(body))
    })

it('a server that never answers is given up after half a minute', async () => {
  const looking = expect(
    couchTarget({ place, password: undefined, fetch: slow(undefined) }).inspect(),
  ).rejects.toMatchObject({ code: 'syncUnreachable', params: { why: 'timeout' } })
  await vi.advanceTimersByTimeAsync(31_000)
  await looking
})

it('one that goes on answering, however slowly, is waited for', async () => {
  const text = '{"couchdb":"Something else"}'
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      for (const [index, letter] of [...text].entries())
        setTimeout(() => stream.enqueue(Buffer.from(letter)), index * 20_000)
      setTimeout(() => stream.close(), text.length * 20_000)
    },
  })
  const looking = expect(
    couchTarget({ place, password: undefined, fetch: slow(body) }).inspect(),
  ).rejects.toMatchObject({
    code: 'syncNotAServer',
  })
  await vi.advanceTimersByTimeAsync(text.length * 21_000)
  await looking
})
