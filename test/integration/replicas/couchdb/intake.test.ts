import { afterAll, beforeAll, expect, test } from 'vitest'

import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import { type CouchServer, startCouch } from '../../../support/couchdb/start.ts'
import { askJson, openPair, quickTime, somePlace } from './support.ts'

let server: CouchServer
beforeAll(async () => {
  server = await startCouch()
})
afterAll(() => server.stop())

const made = async () => {
  const { head, codec } = openPair()
  const place = somePlace(server.url)
  const target = couchTarget({ place, password: undefined, ...quickTime() })
  await target.create(head)
  const database = `${server.url}/${place.database}-intake`
  const { intake } = target.open(head, codec)
  if (intake === undefined) throw new Error('no intake')
  const ids = async () => {
    const { value } = await askJson(`${database}/_all_docs`)
    return Object(value).rows.map(({ id }: { id: string }) => id)
  }
  return { intake, database, ids, fresh: () => target.open(head, codec).intake }
}

test('without a database of messages there are none', async () => {
  const { intake } = await made()
  expect(await intake.list(10)).toEqual([])
  await intake.done([])
})

test('messages are listed, taken away, and odd ones stay without being listed again', async () => {
  const { intake, database, ids } = await made()
  await askJson(database, 'PUT')
  for (const name of ['Ona', 'Petras', 'Zita']) await askJson(database, 'POST', { name })
  await askJson(`${database}/_design/x`, 'PUT', {})
  const items = await intake.list(10)
  expect(items.map(({ body }) => Object(body).name).sort()).toEqual(['Ona', 'Petras', 'Zita'])
  const [first, second, third] = items
  if (!first || !second || !third) return
  await intake.done([
    { ...first, odd: false },
    { ...second, odd: true },
  ])
  expect((await intake.list(10)).map(({ id }) => id)).toEqual([third.id])
  expect(await ids()).toEqual(['_design/x', third.id, `~odd:${second.id}`].sort())
  expect((await askJson(`${database}/${encodeURIComponent(`~odd:${second.id}`)}`)).value).toMatchObject({
    name: Object(second.body).name,
  })
  await intake.done([{ ...first, odd: false }])
})

test('one that was changed since is left alone', async () => {
  const { intake, database } = await made()
  await askJson(database, 'PUT')
  await askJson(`${database}/m1`, 'PUT', { name: 'Ona' })
  const [item] = await intake.list(10)
  if (item === undefined) return
  await askJson(`${database}/m1`, 'PUT', { name: 'Ona', phone: '1', _rev: item.rev })
  for (const odd of [false, true]) await intake.done([{ ...item, odd }])
  expect(await intake.list(10)).toMatchObject([{ id: 'm1', body: { phone: '1' } }])
})

test('a message that is far too large is named without being fetched, and goes', async () => {
  const { intake, database } = await made()
  await askJson(database, 'PUT')
  await askJson(`${database}/a`, 'PUT', { name: 'Ona' })
  await askJson(`${database}/b`, 'PUT', { name: 'x'.repeat(5_000_000) })
  const [first] = await intake.list(10)
  if (first === undefined) return
  expect(first.body).toEqual({ name: 'Ona' })
  await intake.done([{ ...first, odd: false }])
  const [large] = await intake.list(10)
  expect(large).toMatchObject({ id: 'b', body: null })
  if (large !== undefined) await intake.done([{ ...large, odd: true }])
  expect(await intake.list(10)).toEqual([])
})
