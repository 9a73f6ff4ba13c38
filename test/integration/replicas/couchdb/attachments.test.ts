import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import { type CouchServer, startCouch } from '../../../support/couchdb/start.ts'
import { askJson, openPair, quickTime, sealedPair, somePlace } from './support.ts'

let server: CouchServer
beforeAll(async () => {
  server = await startCouch()
})
afterAll(() => server.stop())

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each([
  ['open', openPair],
  ['sealed', sealedPair],
] as const)('attachments, %s', (_, pair) => {
  const made = async (fetched: typeof fetch = fetch) => {
    const { head, codec } = await pair()
    const place = somePlace(server.url)
    const target = couchTarget({ place, password: undefined, ...quickTime(), fetch: fetched })
    await target.create(head)
    return { blobs: target.open(head, codec).blobs, database: `${server.url}/${place.database}` }
  }

  test('they go there and come back, are there twice without harm, and go', async () => {
    const { blobs } = await made()
    for (const bytes of [Buffer.alloc(0), Buffer.from('Živilė'), randomBytes(300_000)]) {
      const hash = hashOf(bytes)
      expect(await blobs.has(hash)).toBe(false)
      expect(await blobs.get(hash)).toBeUndefined()
      await blobs.put(hash, bytes)
      await blobs.put(hash, bytes)
      expect(await blobs.has(hash)).toBe(true)
      expect(Buffer.from((await blobs.get(hash)) ?? [1]).equals(bytes)).toBe(true)
      await blobs.remove(hash)
      await blobs.remove(hash)
      expect(await blobs.has(hash)).toBe(false)
      await blobs.put(hash, bytes)
      expect(await blobs.get(hash)).toBeDefined()
    }
  })

  test('one that was damaged there is none, and is put anew', async () => {
    const { blobs, database } = await made()
    const bytes = randomBytes(5_000)
    const hash = hashOf(bytes)
    await blobs.put(hash, bytes)
    const { value } = await askJson(`${database}/_all_docs?startkey="blob-"&endkey="blob-~"`)
    const { id, value: held } = Object(value).rows[0]
    await fetch(`${database}/${id}/data?rev=${held.rev}`, { method: 'PUT', body: 'something else' })
    expect(await blobs.get(hash)).toBeUndefined()
    await blobs.put(hash, bytes)
    expect(Buffer.from((await blobs.get(hash)) ?? []).equals(bytes)).toBe(true)
  })

  test('one that a server does not take because of its size is told', async () => {
    const { blobs } = await made(async (input, init) =>
      String(input).includes('/blob-') && init?.method === 'PUT'
        ? new Response('', { status: 413 })
        : fetch(input, init),
    )
    await expect(blobs.put(hashOf(Buffer.from('x')), Buffer.from('x'))).rejects.toMatchObject({
      code: 'attachmentTooLarge',
    })
  })
})
