import Dexie from 'dexie'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type BookDatabase, createDatabase, pagesOf, rowsOf } from '../../../../../renderer/data/index.ts'
import { sealRows } from '../../../../../renderer/data/sealed/sealed-rows.ts'
import type { Row } from '../../../../../shared/change/index.ts'
import { KEY, pair, putRaw, stored, textIn } from './support.ts'

const ids = ['0192f0c1-0000-7000-8000-000000000001', '0192f0c1-0000-7000-8000-000000000002', 'c3', 'c4', 'c5']
const id = fc.constantFrom(...ids)
const link = fc.option(id, { nil: undefined })
const deletedAt = fc.option(fc.constantFrom('2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z'), { nil: undefined })
const row = fc
  .record({
    id,
    stamp: fc.string(),
    customerId: link,
    companyId: link,
    deletedAt,
    name: fc.string(),
    tags: fc.dictionary(fc.string(), fc.boolean(), { noNullPrototype: true }),
    sealed: fc.option(fc.string(), { nil: undefined }),
  })
  .map((fields): Row => JSON.parse(JSON.stringify(fields)))

type Step = (db: BookDatabase) => Promise<unknown>
const interactions = (db: BookDatabase) => rowsOf(db, 'interactions')

/** What the program does with rows, by each way it does it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  row.map(
    (one): Step =>
      (db) =>
        interactions(db).put(one),
  ),
  fc.array(row).map(
    (rows): Step =>
      (db) =>
        interactions(db).bulkPut(rows),
  ),
  row.map(
    (one): Step =>
      (db) =>
        interactions(db)
          .add(one)
          .catch((error: Error) => error.name),
  ),
  id.map(
    (one): Step =>
      (db) =>
        interactions(db).get(one),
  ),
  fc.array(id).map(
    (some): Step =>
      (db) =>
        interactions(db).bulkGet(some),
  ),
  id.map(
    (one): Step =>
      (db) =>
        interactions(db).delete(one),
  ),
  id.map(
    (one): Step =>
      (db) =>
        interactions(db).where('customerId').equals(one).toArray(),
  ),
  id.map(
    (one): Step =>
      (db) =>
        interactions(db).where('companyId').equals(one).count(),
  ),
  fc.array(id).map(
    (some): Step =>
      (db) =>
        interactions(db).where('customerId').anyOf(some).toArray(),
  ),
  fc.array(id).map(
    (some): Step =>
      (db) =>
        interactions(db).where('customerId').anyOf(some).primaryKeys(),
  ),
  fc.nat(4).map(
    (limit): Step =>
      (db) =>
        interactions(db).orderBy('deletedAt').reverse().limit(limit).toArray(),
  ),
  fc.nat(4).map(
    (limit): Step =>
      (db) =>
        interactions(db).where('id').above('b').limit(limit).toArray(),
  ),
  fc.string().map(
    (name): Step =>
      (db) =>
        interactions(db)
          .filter((one) => one['name'] === name)
          .toArray(),
  ),
  fc.constant<Step>((db) => interactions(db).toCollection().primaryKeys()),
  fc.constant<Step>(async (db) => {
    const seen: Row[] = []
    await interactions(db).each((one) => void seen.push(one))
    return seen
  }),
  fc.constant<Step>(async (db) => {
    const seen: Row[] = []
    for await (const page of pagesOf(interactions(db), 2)) seen.push(...page)
    return seen
  }),
  fc.constant<Step>((db) => interactions(db).where('id').startsWith('c').delete()),
  fc.tuple(id, fc.string()).map(
    ([one, name]): Step =>
      (db) =>
        interactions(db).update(one, { name }),
  ),
  fc.string().map(
    (name): Step =>
      (db) =>
        interactions(db).where('id').above('c3').modify({ name }),
  ),
  fc.constant<Step>((db) => interactions(db).limit(1).count()),
)

describe('a database with sealed rows', () => {
  it('answers as one with plain rows does, whatever is done with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { plain, sealed } = pair()
        for (const take of steps) expect(await take(sealed)).toEqual(await take(plain))
        expect(await interactions(sealed).toArray()).toEqual(await interactions(plain).toArray())
        await Promise.all([plain.delete(), sealed.delete()])
      }),
      { numRuns: 60 },
    )
  })

  it('holds no text of a row but ids, links and dates, in any of its tables', async () => {
    const { sealed } = pair()
    const secret = 'Aurelija Šimkutė'
    for (const { name, schema } of sealed.tables) {
      if (name === 'changes') continue
      const { keyPath, auto } = schema.primKey
      const key = Array.isArray(keyPath)
        ? Object.fromEntries(keyPath.map((field) => [field, 'k']))
        : auto
          ? {}
          : { [String(keyPath)]: 'k' }
      await sealed
        .table(name)
        .put({ ...key, said: secret, deep: { [secret]: [secret] }, bytes: new TextEncoder().encode(secret) })
      expect(await sealed.table(name).toArray()).toMatchObject([{ said: secret }])
    }
    const raw = await stored(sealed.name)
    expect(Object.keys(raw)).toContain('customers')
    for (const rows of Object.values(raw)) {
      const text = textIn(rows)
      for (const known of [secret, 'Aurelija', Buffer.from(secret).toString('latin1'), 'said'])
        expect(text).not.toContain(known)
    }
    sealed.close()
  })

  it('leaves only what indexes need in the clear', async () => {
    const { sealed } = pair()
    const deal = { id: 'd1', stamp: 's', customerId: 'c1', deletedAt: '2026-01-01', title: 'Roof', value: 1 }
    await rowsOf(sealed, 'deals').put(deal)
    const [held] = (await stored(sealed.name))['deals'] ?? []
    expect({ ...held?.value, sealed: undefined }).toEqual({ id: 'd1', customerId: 'c1', deletedAt: '2026-01-01' })
    expect(await rowsOf(sealed, 'deals').get('d1')).toEqual(deal)
    sealed.close()
  })

  it('does not leave a link in the clear that is no id', async () => {
    const { sealed } = pair()
    const odd = { id: 'd1', stamp: 's', customerId: { name: 'Aurelija' }, companyId: 'x'.repeat(300) }
    await rowsOf(sealed, 'deals').put(odd)
    expect(textIn((await stored(sealed.name))['deals'])).not.toMatch(/Aurelija|xxx/)
    expect(await rowsOf(sealed, 'deals').get('d1')).toEqual(odd)
    sealed.close()
  })

  it('hides the hashes of those who asked not to be kept, in every table, and finds them', async () => {
    const { sealed } = pair()
    const hashes = Array.from({ length: 7 }, (_, index) => index.toString(16).padStart(64, 'e'))
    await rowsOf(sealed, 'blocklist').bulkPut(hashes.map((hash) => ({ id: hash, kind: 'email', stamp: 's' })))
    await sealed.changes.bulkAdd(hashes.map((hash) => ({ table: 'blocklist', id: hash })))
    await rowsOf(sealed, 'history').put({ id: 'h1', stamp: 's', recordTable: 'blocklist', recordId: String(hashes[0]) })
    expect(textIn(await stored(sealed.name))).not.toMatch(/eeeeeeee/)
    expect(await rowsOf(sealed, 'blocklist').get(String(hashes[3]))).toMatchObject({ id: hashes[3] })
    expect((await rowsOf(sealed, 'blocklist').toCollection().primaryKeys()).sort()).toEqual(hashes)
    expect((await sealed.changes.toArray()).map((line) => line.id)).toEqual(hashes)
    expect(
      await sealed.history
        .where('[recordTable+recordId]')
        .equals(['blocklist', String(hashes[0])])
        .count(),
    ).toBe(1)
    const paged: string[] = []
    for await (const page of pagesOf(sealed.blocklist, 2)) paged.push(...page.map((one) => one.id))
    expect(paged.sort()).toEqual(hashes)
    sealed.close()
  })

  it('opens with its own key only, and takes no row that was put there unsealed or in another place', async () => {
    const { sealed } = pair()
    await rowsOf(sealed, 'customers').put({ id: 'c1', stamp: 's', givenName: 'Aurelija' })
    const wrong = createDatabase(sealed.name, 'relaxed', new Uint8Array(32))
    await expect(rowsOf(wrong, 'customers').get('c1')).rejects.toMatchObject({ name: 'DataError' })
    wrong.close()
    const [held] = (await stored(sealed.name))['customers'] ?? []
    await putRaw(sealed.name, 'customers', { ...held?.value, id: 'c2' })
    await putRaw(sealed.name, 'customers', { id: 'c3', stamp: 's', givenName: 'Planted' })
    for (const moved of ['c2', 'c3'])
      await expect(rowsOf(sealed, 'customers').get(moved)).rejects.toMatchObject({ name: 'DataError' })
    expect(await rowsOf(sealed, 'customers').get('c1')).toMatchObject({ givenName: 'Aurelija' })
    sealed.close()
  })

  it('goes along with a later version that finds rows by another field', async () => {
    const name = `fairbook-sealed-later-${crypto.randomUUID()}`
    const open = (stores: Record<string, string>[]) => {
      const db = new Dexie(name)
      db.use(sealRows(KEY))
      for (const [index, store] of stores.entries())
        db.version(index + 1)
          .stores(store)
          .upgrade(async (transaction) => {
            const rows = await transaction.table('people').toArray()
            await transaction.table('people').bulkPut(rows)
          })
      return db
    }
    const first = open([{ people: 'id' }])
    await first.table('people').put({ id: 'p1', city: 'Kaunas', name: 'Aurelija' })
    first.close()
    const later = open([{ people: 'id' }, { people: 'id, city' }])
    expect(await later.table('people').where('city').equals('Kaunas').toArray()).toEqual([
      { id: 'p1', city: 'Kaunas', name: 'Aurelija' },
    ])
    later.close()
  })
})

it('takes a row whose key of several fields is longer than any that the program makes', async () => {
  const { sealed } = pair()
  const aside = {
    target: 'sync:place',
    key: `customers/${'x'.repeat(200)}`,
    reason: 'odd',
    direction: 'in',
    at: 1,
  } as const
  await sealed.asides.put(aside)
  expect(await sealed.asides.get([aside.target, aside.key])).toEqual(aside)
  sealed.close()
})
