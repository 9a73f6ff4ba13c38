import { describe, expect, it, vi } from 'vitest'

import { createReplicator, createSync } from '../../../../renderer/replication/index.ts'
import { addCustomer, newBook } from '../data/support.ts'
import { canonicalBook, emptyBook, settle } from './books.ts'
import { memoryReplica } from './memory-replica.ts'
import { sharedPlace } from './shared-place.ts'

describe('createSync', () => {
  it('gives everything to an empty place and brings it into an empty book', async () => {
    const place = sharedPlace()
    const [one, two] = [await newBook(), emptyBook()]
    const id = await addCustomer(one, 'Everything')
    const [a, b] = [createSync(one, place.desktop()), createSync(two, place.desktop())]
    await settle(a, b)
    expect((await two.db.customers.get(id))?.familyName).toBe('Everything')
    expect(await canonicalBook(two)).toBe(await canonicalBook(one))
    expect(a.status()).toMatchObject({ state: 'upToDate', waiting: 0 })
    expect(a.status().lastAt).toBeDefined()
    // Who joined does not send back what it got.
    expect(place.told.sent.filter((key) => key === `customers/${id}`)).toHaveLength(1)
  })

  it('goes both ways, edits of both in one record', async () => {
    const place = sharedPlace()
    const [one, two] = [await newBook(), emptyBook()]
    const id = await addCustomer(one, 'Both')
    const [a, b] = [createSync(one, place.desktop()), createSync(two, place.desktop())]
    await settle(a, b)
    await one.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Buyer' }))
    await two.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { notes: 'Likes oak' }))
    await settle(a, b)
    expect(await one.db.customers.get(id)).toMatchObject({ role: 'Buyer', notes: 'Likes oak' })
    expect(await canonicalBook(two)).toBe(await canonicalBook(one))
  })

  it('tells what waits while the place is out of reach, and gives it when it is back', async () => {
    const place = sharedPlace()
    const book = await newBook()
    const sync = createSync(book, place.desktop())
    await sync.syncNow()
    place.faults.failing = 'syncUnreachable'
    const id = await addCustomer(book, 'Waits')
    await sync.syncNow()
    expect(sync.status()).toMatchObject({ state: 'offline', error: { code: 'syncUnreachable' } })
    expect(sync.status().waiting).toBeGreaterThan(0)
    expect(sync.status().oldestAt).toBeDefined()
    place.faults.failing = undefined
    await sync.syncNow()
    expect(sync.status()).toMatchObject({ state: 'upToDate', waiting: 0 })
    expect(sync.status().oldestAt).toBeUndefined()
    expect(place.records.has(`customers/${id}`)).toBe(true)
  })

  it('exchanges by itself after a change once started, also after it was stopped', async () => {
    const place = sharedPlace()
    const book = await newBook()
    const sync = createSync(book, place.desktop())
    sync.start()
    const id = await addCustomer(book, 'Soon')
    await vi.waitFor(() => expect(place.records.has(`customers/${id}`)).toBe(true), 5_000)
    sync.stop()
    sync.start()
    const later = await addCustomer(book, 'Later')
    await vi.waitFor(() => expect(place.records.has(`customers/${later}`)).toBe(true), 5_000)
    sync.stop()
  })

  it('is off where the book syncs nowhere, and does not ask the place', async () => {
    const place = sharedPlace()
    place.config.place = null
    const sync = createSync(await newBook(), place.desktop())
    await sync.syncNow()
    expect(sync.status()).toEqual({ state: 'off', waiting: 0 })
    expect(place.told).toMatchObject({ pulls: 0, pushes: 0 })
  })

  it('stops and says so where the place was written down by someone else, until another is chosen', async () => {
    const place = sharedPlace()
    const { place: chosen } = place.config
    Object.assign(place.config, { place: null, unproven: true })
    const sync = createSync(await newBook(), place.desktop())
    await sync.syncNow()
    expect(sync.status()).toMatchObject({ state: 'failed', error: { code: 'syncPlaceUnproven' } })
    expect(place.told).toMatchObject({ pulls: 0, pushes: 0 })
    Object.assign(place.config, { place: chosen, unproven: undefined })
    await sync.syncNow()
    expect(sync.status()).toMatchObject({ state: 'upToDate' })
  })

  it('gives everything again to a target of another name, and forgets where it stood with the old one', async () => {
    const [first, second] = [sharedPlace(), sharedPlace()]
    const book = await newBook()
    const id = await addCustomer(book, 'Again')
    await createSync(book, first.desktop()).syncNow()
    second.config.target = 'place-2'
    await createSync(book, second.desktop()).syncNow()
    expect(second.records.size).toBe(first.records.size)
    expect(second.records.has(`customers/${id}`)).toBe(true)
    const keys = await book.db.meta.where('key').startsWith('replica:sync:').primaryKeys()
    expect(keys).toEqual(['replica:sync:place-2'])
  })

  it('notices that another window has chosen another place, or none', async () => {
    const [first, second] = [sharedPlace(), sharedPlace()]
    second.config.target = 'place-2'
    const book = await newBook()
    const id = await addCustomer(book, 'Elsewhere')
    let [desktop, calls] = [first.desktop(), 0]
    const call: typeof desktop.call = (name, input) => {
      if (name === 'sync.state') calls += 1
      return desktop.call(name, input)
    }
    const sync = createSync(book, { ...desktop, call })
    await sync.syncNow()
    desktop = second.desktop()
    await sync.syncNow()
    expect(second.records.has(`customers/${id}`)).toBe(true)
    const keys = await book.db.meta.where('key').startsWith('replica:sync:').primaryKeys()
    expect(keys).toEqual(['replica:sync:place-2'])
    second.config.place = null
    await sync.syncNow()
    expect(sync.status()).toEqual({ state: 'off', waiting: 0 })
    expect(calls).toBe(3)
  })

  it('does not lose what the outbox has forgotten by the time a place is chosen', async () => {
    const place = sharedPlace()
    const book = await newBook()
    const id = await addCustomer(book, 'Pruned')
    await book.db.changes.clear()
    await createSync(book, place.desktop()).syncNow()
    expect(place.records.has(`customers/${id}`)).toBe(true)
  })

  it('passes on records of tables that only a newer version knows', async () => {
    const place = sharedPlace()
    const [old, other] = [await newBook(), emptyBook()]
    const stamp = '0mi8v0000.0000.dev9'
    place.put({ table: 'later', id: 'l1', values: { name: 'x' }, stamp })
    const sync = createSync(old, place.desktop())
    await sync.syncNow()
    expect(await old.db.foreign.count()).toBe(1)
    const { replica, merged } = memoryReplica()
    await createReplicator(old.db, replica).flush()
    expect(merged().get('later/l1')?.values).toEqual({ name: 'x' })
    const second = sharedPlace()
    second.config.target = 'place-2'
    await createSync(old, second.desktop()).syncNow()
    await createSync(other, second.desktop()).syncNow()
    expect((await other.db.foreign.toArray())[0]?.state).toMatchObject({ table: 'later', id: 'l1' })
  })
})
