import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createKeyring } from '../../../../electron/services/keys/keyring.ts'
import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import { openCodec } from '../../../../electron/services/replicas/open-codec.ts'
import { type CouchServer, startCouch } from '../../../support/couchdb/start.ts'
import { bookOf, drain, someRecords, textOf } from '../../services/replica-conformance.ts'
import { askJson, type CouchPlace, openHead, openPair, quickTime, somePlace } from './support.ts'

let server: CouchServer
beforeAll(async () => {
  server = await startCouch()
})
afterAll(() => server.stop())

const at = (place: CouchPlace) => couchTarget({ place, password: undefined, ...quickTime() })

/** A server that says the same to everything. */
const serving = async (
  status: number,
  body: string,
  headers: Record<string, string>,
  job: (url: string) => Promise<void>,
) => {
  const other = createServer((_, response) => response.writeHead(status, headers).end(body))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  try {
    await job(`http://127.0.0.1:${port}`)
  } finally {
    other.closeAllConnections()
    other.close()
  }
}

describe('looking at a place', () => {
  test('an empty server: nothing is there, and the book may be made', async () => {
    const summary = await at(somePlace(server.url)).inspect()
    expect(summary).toMatchObject({ head: undefined, records: 0, writable: true, readableOnTheWay: false })
    expect(Math.abs(summary.clockOffset ?? Number.NaN)).toBeLessThan(60_000)
  })

  test('a book that is there: its head and how much', async () => {
    const place = somePlace(server.url)
    const target = at(place)
    await target.create(openHead())
    await target.open(openHead(), openCodec()).push(someRecords(7))
    expect(await at(place).inspect()).toMatchObject({ head: openHead(), records: 7, writable: true })
    const { value } = await askJson(`${server.url}/${place.database}/_all_docs?keys=["fairbook"]`)
    expect(JSON.stringify(value)).not.toContain('probe')
  })

  test('who may make the book may be told apart from who may not only by a server that knows logins', async () => {
    const locked = await startCouch({ admin: 'anna:secret' })
    try {
      const place = somePlace(locked.url)
      expect(await at(place).inspect()).toMatchObject({ head: undefined, writable: false })
      const known = couchTarget({ place: { ...place, user: 'anna' }, password: 'secret' })
      expect(await known.inspect()).toMatchObject({ head: undefined, writable: true })
      const wrong = couchTarget({ place: { ...place, user: 'anna' }, password: 'no' })
      await expect(wrong.inspect()).rejects.toMatchObject({ code: 'syncLogin' })
      await expect(
        couchTarget({ place: { ...place, user: 'anna' }, password: undefined }).inspect(),
      ).rejects.toMatchObject({ code: 'syncPasswordMissing' })
      await known.create(openHead())
      await expect(at(place).inspect()).rejects.toMatchObject({
        code: expect.stringMatching(/syncLogin|syncForbidden/),
      })
      const { value } = await askJson(`${locked.url}/${place.database}/_security`, 'GET', undefined, {
        authorization: `Basic ${btoa('anna:secret')}`,
      })
      expect(value).toMatchObject({ members: { names: ['anna'], roles: [`fairbook-${place.database}`] } })
    } finally {
      await locked.stop()
    }
  })

  test('what is no CouchDB is called so', async () => {
    await serving(200, '<html>A router</html>', {}, async (url) => {
      await expect(at(somePlace(url)).inspect()).rejects.toMatchObject({ code: 'syncNotAServer' })
    })
    await serving(200, '{"couchdb":"Welcome to something else"}', {}, async (url) => {
      await expect(at(somePlace(url)).inspect()).rejects.toMatchObject({ code: 'syncNotAServer' })
    })
  })

  test.each([
    ['http://no-such-host.invalid', 'name'],
    ['ftp://127.0.0.1', 'address'],
    ['nonsense', 'address'],
    ['http://anna:secret@127.0.0.1', 'address'],
  ])('%s cannot be reached because of its %s', async (url, why) => {
    const looking = async () => at(somePlace(url)).inspect()
    const error: unknown = await looking().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'syncUnreachable', params: { why } })
    expect(JSON.stringify(error)).not.toContain('secret')
  })

  test('a computer on which no server runs refuses', async () => {
    let gone = ''
    await serving(200, '', {}, async (url) => {
      gone = url
    })
    await expect(at(somePlace(gone)).inspect()).rejects.toMatchObject({
      code: 'syncUnreachable',
      params: { why: 'refused' },
    })
  })

  test('a server that speaks no TLS where it should is told from a wrong certificate', async () => {
    const url = server.url.replace('http:', 'https:')
    await expect(at(somePlace(url)).inspect()).rejects.toMatchObject({
      code: 'syncUnreachable',
      params: { why: 'noTls' },
    })
  })

  test('a full disk, a busy server and a broken one are told apart', async () => {
    for (const [status, body, code] of [
      [507, '{}', 'syncFull'],
      [500, '{"error":"enospc"}', 'syncFull'],
      [503, '{}', 'syncBusy'],
      [429, '{}', 'syncBusy'],
      [502, '<html>', 'syncUnreachable'],
      [403, '{}', 'syncForbidden'],
      [401, '{}', 'syncLogin'],
    ] as const)
      await serving(status, body, {}, async (url) => {
        await expect(at(somePlace(url)).inspect(), String(status)).rejects.toMatchObject({ code })
      })
  })

  test('a database with other things in it is not empty, one that was only prepared is', async () => {
    const place = somePlace(server.url)
    const database = `${server.url}/${place.database}`
    await askJson(database, 'PUT')
    await askJson(`${database}/_design/rights`, 'PUT', { language: 'javascript' })
    expect(await at(place).inspect()).toMatchObject({ head: undefined, records: 0 })
    await askJson(`${database}/other`, 'PUT', { mine: true })
    await expect(at(place).inspect()).rejects.toMatchObject({ code: 'syncNotEmpty' })
    await expect(at(place).create(openHead())).rejects.toMatchObject({ code: 'syncNotEmpty' })
  })

  test('a redirect to another origin is not followed, and the login does not go there', async () => {
    const seen: string[] = []
    const elsewhere = createServer((incoming, response) => {
      seen.push(`${incoming.url}`)
      response.end('{}')
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const { port } = elsewhere.address() as AddressInfo
    await serving(307, '', { location: `http://127.0.0.1:${port}/` }, async (url) => {
      const target = couchTarget({ place: { ...somePlace(url), user: 'anna' }, password: 'secret' })
      await expect(target.inspect()).rejects.toMatchObject({ code: 'syncUnreachable', params: { why: 'redirect' } })
    })
    expect(seen).toEqual([])
    elsewhere.close()
  })
})

describe('making a book', () => {
  test('of two devices that make one at once exactly one comes out', async () => {
    const place = somePlace(server.url)
    const heads = ['1', '2', '3'].map((digit) => openHead(digit.repeat(16)))
    const results = await Promise.allSettled(heads.map((head) => at(place).create(head)))
    const made = results.flatMap((result, index) => (result.status === 'fulfilled' ? [heads[index]] : []))
    expect(made).toHaveLength(1)
    expect((await at(place).inspect()).head).toEqual(made[0])
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'syncNotEmpty' })
  })

  test('made once, it is not made again', async () => {
    const place = somePlace(server.url)
    await at(place).create(openHead())
    await expect(at(place).create(openHead('fedcba9876543210'))).rejects.toMatchObject({ code: 'syncNotEmpty' })
  })

  test('another book, another life of it and none are each noticed', async () => {
    const place = somePlace(server.url)
    await at(place).create(openHead())
    const open = (head = openHead()) => at(place).open(head, openCodec())
    await expect(open(openHead(undefined, 'other')).pull(null, 1)).rejects.toMatchObject({ code: 'syncWrongBook' })
    await expect(open(openHead('fedcba9876543210')).push(someRecords(1))).rejects.toMatchObject({
      code: 'syncTargetChanged',
    })
    await expect(open({ ...openHead(), sealed: true }).push(someRecords(1))).rejects.toMatchObject({
      code: 'syncTargetChanged',
    })
    await askJson(`${server.url}/${place.database}`, 'DELETE')
    await expect(open().push(someRecords(1))).rejects.toMatchObject({ code: 'syncNoBook' })
  })

  test('a newer keyring takes the place of an older one, never the reverse', async () => {
    const place = somePlace(server.url)
    const { keyring } = await createKeyring('one passphrase of many')
    const head = { ...openHead(), sealed: true, keyring }
    await at(place).create(head)
    const second = { ...head, keyring: { ...keyring, revision: 2 } }
    await at(place).replaceKeyring(second)
    await at(place).replaceKeyring(second)
    expect((await at(place).inspect()).head).toEqual(second)
    await expect(at(place).replaceKeyring(head)).rejects.toMatchObject({ code: 'syncBusy' })
    expect((await at(place).inspect()).head).toEqual(second)
  })
})

describe('what others did to the database', () => {
  const made = async () => {
    const place = somePlace(server.url)
    const { head, codec } = openPair()
    await at(place).create(head)
    const url = (id: string) => `${server.url}/${place.database}/${encodeURIComponent(codec.idOf('customers', id))}`
    return { place, head, codec, url, open: () => at(place).open(head, codec) }
  }

  test('a document that was deleted there comes back with the next push of its record', async () => {
    const { url, open } = await made()
    const replica = open()
    await replica.push(someRecords(3))
    const { value } = await askJson(url('c1'))
    await askJson(`${url('c1')}?rev=${Object(value)._rev}`, 'DELETE')
    expect(bookOf((await drain(open(), null)).records).size).toBe(2)
    for (const pusher of [open(), replica]) {
      const edit = someRecords(3).map((record) => ({ ...record, values: { ...record.values, note: 'x' } }))
      await pusher.push(edit)
      expect(textOf(bookOf((await drain(open(), null)).records))).toBe(textOf(bookOf(edit)))
    }
  })

  test('two versions that a parted cluster took are both read, and whoever reads joins them there', async () => {
    const { place, codec, url, open } = await made()
    const [base] = someRecords(1)
    if (base === undefined) return
    const side = (name: string) => ({ ...base, values: { [`tags/${name}`]: true }, stamp: `000000009.0000.${name}` })
    const docs = ['a', 'b'].map((name) => ({
      ...codec.encode(side(name)),
      _id: codec.idOf('customers', base.id),
      _rev: `1-${name.repeat(32)}`,
    }))
    await askJson(`${server.url}/${place.database}/_bulk_docs`, 'POST', { docs, new_edits: false })
    const both = textOf(bookOf([side('a'), side('b')]))
    expect((await askJson(`${url(base.id)}?conflicts=true`)).value).toHaveProperty('_conflicts')
    expect(textOf(bookOf((await drain(open(), null)).records))).toBe(both)
    expect((await askJson(`${url(base.id)}?conflicts=true`)).value).not.toHaveProperty('_conflicts')
    await open().push([base])
    const all = textOf(bookOf([side('a'), side('b'), base]))
    expect(textOf(bookOf((await drain(open(), null)).records))).toBe(all)
  })

  test('a record of a newer version or of another key is named and not written over', async () => {
    const { head, codec, place } = await made()
    const { UnreadableRecord } = await import('../../../../electron/services/replicas/codec.ts')
    await at(place).open(head, codec).push(someRecords(3))
    const strict = {
      ...codec,
      decode: (id: string, encoded: unknown) => {
        if (id === codec.idOf('customers', 'c1')) throw new UnreadableRecord('newer')
        return codec.decode(id, encoded)
      },
    }
    const replica = at(place).open(head, strict)
    const edited = someRecords(3).map((record) => ({ ...record, values: { ...record.values, note: 'edited' } }))
    expect((await replica.push(edited)).aside).toEqual([{ key: 'customers/c1', reason: 'newer' }])
    const there = bookOf((await drain(at(place).open(head, codec), null)).records)
    expect([...there.values()].filter(({ values }) => values['note'] === 'edited')).toHaveLength(2)
  })

  test('other documents are passed, named where they look like records', async () => {
    const { place, open } = await made()
    const database = `${server.url}/${place.database}`
    await open().push(someRecords(2))
    await askJson(`${database}/_design/x`, 'PUT', {})
    await askJson(`${database}/somebody%20elses`, 'PUT', { a: 1 })
    await open().blobs.put('a'.repeat(64), Buffer.from('file'))
    await open().push(someRecords(2, 10))
    const read = await drain(open(), null, 2)
    expect(bookOf(read.records).size).toBe(4)
    expect(read.aside).toEqual([{ key: 'somebody elses', reason: 'odd' }])
  })

  test('a server that was put back to an earlier state is noticed', async () => {
    const { place, head, open } = await made()
    await open().push(someRecords(5))
    const { cursor } = await drain(open(), null)
    await open().push(someRecords(5, 10))
    const later = await drain(open(), cursor)
    await askJson(`${server.url}/${place.database}`, 'DELETE')
    await at(place).create(head)
    await open().push(someRecords(5))
    expect(bookOf((await drain(open(), cursor)).records).size).toBe(0)
    await expect(open().pull(later.cursor, 10)).rejects.toMatchObject({
      code: 'syncTargetChanged',
      params: { why: 'older' },
    })
  })

  test('a rule of the database that forbids writing is told as that', async () => {
    const { place, open } = await made()
    const rule = 'function (doc) { if (doc._id !== "fairbook") throw { forbidden: "read only" } }'
    await askJson(`${server.url}/${place.database}/_design/rights`, 'PUT', { validate_doc_update: rule })
    await expect(open().push(someRecords(2))).rejects.toMatchObject({ code: 'syncForbidden' })
    expect((await open().pull(null, 10)).records).toEqual([])
  })

  test('what is there already is not written again', async () => {
    const { place, open } = await made()
    const sequence = async () => Object((await askJson(`${server.url}/${place.database}`)).value).update_seq
    const replica = open()
    await replica.push(someRecords(120))
    const before = await sequence()
    await replica.push(someRecords(120))
    await open().push(someRecords(120))
    expect(await sequence()).toBe(before)
  })
})
