import { expect, it } from 'vitest'

import { type Book, readPosition } from '../../../../renderer/data/index.ts'
import { createSync } from '../../../../renderer/replication/index.ts'
import { createClock } from '../../../../shared/change/index.ts'
import { addCustomer } from '../data/support.ts'
import { emptyBook, sharedBooks } from './books.ts'

const addMany = async (book: Book, count: number): Promise<string[]> => {
  const ids: string[] = []
  await book.write({ key: 'customersChanged' }, (draft) => {
    for (let index = 0; index < count; index += 1)
      ids.push(draft.create('customers', { kind: 'person', status: 'lead', familyName: `Many ${index}` }).id)
  })
  return ids
}

const trash = (book: Book, ids: readonly string[]) =>
  book.write({ key: 'customersDeleted' }, async (draft) => {
    for (const id of ids) await draft.remove('customers', id)
  })

const livingIn = async ({ db }: Book): Promise<number> =>
  (await db.customers.toArray()).filter(({ deletedAt }) => deletedAt === undefined).length

const setUp = async () => {
  const shared = await sharedBooks(2)
  const [one, two] = shared.books as [Book, Book]
  const ids = await addMany(one, 60)
  await shared.settle()
  const [first, second] = shared.syncs
  if (!first || !second) throw new Error('no syncs')
  return { ...shared, one, two, first, second, ids }
}

it('stops before too much goes out, and lets that go on when asked', async () => {
  const { one, two, first, second, ids } = await setUp()
  await trash(one, ids.slice(0, 30))
  await first.syncNow()
  expect(first.status()).toMatchObject({
    state: 'asks',
    error: { code: 'syncWouldRemove', params: { count: 30, total: 60, direction: 'out' } },
  })
  await second.syncNow()
  expect(await livingIn(two)).toBe(60)
  first.allowRemovals()
  await first.syncNow()
  expect(first.status().state).toBe('upToDate')
  // The other device is asked as well: it is its book.
  await second.syncNow()
  expect(second.status()).toMatchObject({ state: 'asks', error: { params: { count: 30, total: 60, direction: 'in' } } })
  expect(await livingIn(two)).toBe(60)
  second.allowRemovals()
  await second.syncNow()
  expect(await livingIn(two)).toBe(30)
  expect(second.status().state).toBe('upToDate')
})

it('takes everything else meanwhile, and asks again after a restart', async () => {
  const { place, one, two, first, second, ids } = await setUp()
  await trash(one, ids.slice(0, 30))
  const kept = await addCustomer(one, 'Meanwhile')
  first.allowRemovals()
  await first.syncNow()
  await second.syncNow()
  expect((await two.db.customers.get(kept))?.familyName).toBe('Meanwhile')
  const again = createSync(two, place.desktop())
  await again.syncNow()
  expect(again.status().state).toBe('asks')
  expect(await livingIn(two)).toBe(61)
})

it('does not ask for a few, for the trash of a book that is joined, and for what never was there', async () => {
  const { place, one, two, first, second, ids } = await setUp()
  await trash(one, ids.slice(0, 12))
  await first.syncNow()
  await second.syncNow()
  expect([first.status().state, second.status().state, await livingIn(two)]).toEqual(['upToDate', 'upToDate', 48])
  const third = emptyBook()
  const joining = createSync(third, place.desktop())
  await joining.syncNow()
  expect([joining.status().state, await livingIn(third)]).toEqual(['upToDate', 48])
  await addMany(one, 100)
  await one.undo()
  await first.syncNow()
  expect(first.status().state).toBe('upToDate')
})

it('counts removals over all pages of an exchange, and takes what comes between them', async () => {
  const { place, two, second, ids } = await setUp()
  const { next } = createClock('dev9', Date.now)
  for (const id of ids.slice(0, 40)) {
    const state = place.records.get(`customers/${id}`)?.state
    if (!state) throw new Error('not there')
    const values = { ...state.values, deletedAt: '2026-01-01T00:00:00.000Z' }
    place.put({ ...state, values, stamps: { deletedAt: next() } })
    for (let index = 0; index < 60; index += 1)
      place.put({ table: 'later', id: `${id}-${index}`, values: { a: 1 }, stamp: next() })
  }
  const { cursor } = await readPosition(two.db, 'sync:place-1')
  await second.syncNow()
  expect(second.status()).toMatchObject({ state: 'asks', error: { params: { count: 40, total: 60 } } })
  expect(await livingIn(two)).toBe(60)
  expect(await two.db.foreign.count()).toBe(2_400)
  // What was held back is read again.
  expect((await readPosition(two.db, 'sync:place-1')).cursor).toBe(cursor)
  second.allowRemovals()
  await second.syncNow()
  expect(await livingIn(two)).toBe(20)
})

it('asks again for what a book that meets the place anew would remove there, however often it tries', async () => {
  const { place, one, first, ids } = await setUp()
  place.config.place = null
  await first.reload()
  await trash(one, ids.slice(0, 30))
  place.config.place = { kind: 'folder', path: '/nas' }
  await first.reload()
  for (let time = 0; time < 2; time += 1) {
    await first.syncNow()
    expect(first.status()).toMatchObject({ state: 'asks', error: { params: { count: 30, direction: 'out' } } })
  }
  // As after a restart.
  const again = createSync(one, place.desktop())
  await again.syncNow()
  expect(again.status().state).toBe('asks')
  const removed = [...place.records.values()].filter(({ state }) => state.values['deletedAt'] !== undefined)
  expect(removed).toEqual([])
})

it('does not take what was allowed at one place for another', async () => {
  const { place, one, first, ids } = await setUp()
  await trash(one, ids.slice(0, 30))
  place.faults.failing = 'syncUnreachable'
  first.allowRemovals()
  await first.syncNow()
  expect(first.status().state).toBe('offline')
  place.faults.failing = undefined
  place.config.target = 'place-2'
  await first.syncNow()
  expect(first.status()).toMatchObject({ state: 'asks', error: { params: { count: 30, direction: 'out' } } })
})
