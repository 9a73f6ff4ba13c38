import fc from 'fast-check'
import { expect, it } from 'vitest'

import { asidesOf } from '../../../../renderer/data/index.ts'
import { examine } from '../../../../renderer/replication/examine.ts'
import { createSync } from '../../../../renderer/replication/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import { createClock, type RecordState, recordStateSchema } from '../../../../shared/change/index.ts'
import { addCustomer, newBook } from '../data/support.ts'
import { sharedBooks } from './books.ts'
import { sharedPlace } from './shared-place.ts'

const TARGET = 'sync:place-1'
const NOW = 1_800_000_000_000
const { next } = createClock('dev9', () => NOW)

const customer = (id: string, more: Partial<RecordState> = {}): RecordState => ({
  table: 'customers',
  id,
  values: { kind: 'person', status: 'lead', createdAt: '2026-01-01T00:00:00.000Z' },
  stamp: next(),
  ...more,
})

it('puts aside what does not fit, takes the rest, and passes both', async () => {
  const place = sharedPlace()
  const book = await newBook()
  place.faults.poison = [{ key: 'x1', reason: 'damaged' }]
  place.put(customer('good'))
  place.put(customer('odd', { values: { ...customer('odd').values, emails: 'none' } }))
  place.put(customer('hijack', { stamp: 'zzzzzzzzz.zzzz.dev9' }))
  const sync = createSync(book, place.desktop())
  await sync.syncNow()
  expect(await book.db.customers.get('good')).toBeDefined()
  expect(await book.db.customers.bulkGet(['odd', 'hijack'])).toEqual([undefined, undefined])
  const asides = await asidesOf(book.db, TARGET)
  expect(asides.map(({ key, reason, direction }) => [key, reason, direction]).sort()).toEqual([
    ['customers/hijack', 'odd', 'in'],
    ['customers/odd', 'odd', 'in'],
    ['x1', 'damaged', 'in'],
  ])
  expect(sync.status()).toMatchObject({ state: 'upToDate', waiting: 0 })
  expect(await book.db.syncLog.toArray()).toMatchObject([{ in: 1, aside: 3 }])
})

it('names what the place does not take, and forgets it when it goes out after all', async () => {
  const place = sharedPlace()
  const book = await newBook()
  const [id, other] = [await addCustomer(book, 'Large'), await addCustomer(book, 'Small')]
  place.faults.refuses.add(`customers/${id}`)
  const sync = createSync(book, place.desktop())
  await sync.syncNow()
  expect(place.records.has(`customers/${other}`)).toBe(true)
  expect(await asidesOf(book.db, TARGET)).toMatchObject([
    { key: `customers/${id}`, reason: 'tooLarge', direction: 'out' },
  ])
  expect(sync.status()).toMatchObject({ state: 'upToDate', waiting: 0 })
  place.faults.refuses.clear()
  await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { notes: 'shorter' }))
  await sync.syncNow()
  expect(place.records.has(`customers/${id}`)).toBe(true)
  expect(await asidesOf(book.db, TARGET)).toEqual([])
})

it('reads everything again when another key or a newer program may make sense of what was put aside', async () => {
  const place = sharedPlace()
  const book = await newBook()
  place.faults.poison = [{ key: 'sealed', reason: 'otherKey' }]
  place.put(customer('odd', { values: { ...customer('odd').values, emails: 'none' } }))
  const desktop = (version: string) =>
    place.desktop({ 'host.info': async () => ({ host: 'fake', platform: 'test', version, dataFolder: '/' }) })
  const begin = async (version: string) => {
    const sync = createSync(book, desktop(version))
    await sync.reload()
    await sync.syncNow()
    return [place.told.fromStart, (await asidesOf(book.db, TARGET)).map(({ key }) => key).sort()]
  }
  expect(await begin('1')).toEqual([1, ['customers/odd', 'sealed']])
  place.faults.poison = []
  expect(await begin('1')).toEqual([2, ['customers/odd']])
  expect(await begin('1')).toEqual([2, ['customers/odd']])
  expect(await begin('2')).toEqual([3, ['customers/odd']])
})

it('takes stamps from the future, and says that a clock is wrong', async () => {
  const { books, syncs, place } = await sharedBooks(2)
  const [one, two] = books
  const ahead = createClock('dev9', () => Date.now() + 3 * 3_600_000)
  place.put(customer('future', { stamp: ahead.next() }))
  for (const sync of syncs) await sync.syncNow()
  expect(syncs[0]?.status().notice).toMatchObject({ code: 'syncClock', params: { minutes: 180 } })
  // Whoever writes next still wins.
  await one?.write({ key: 'customerChanged' }, (draft) => draft.update('customers', 'future', { status: 'customer' }))
  for (const sync of [...syncs, ...syncs]) await sync.syncNow()
  expect((await two?.db.customers.get('future'))?.status).toBe('customer')
})

it('tells of a clock that differs from that of the place, and goes on', async () => {
  const place = sharedPlace()
  const book = await newBook()
  const sync = createSync(
    book,
    place.desktop({
      'sync.inspect': async () => ({ records: 0, readableOnTheWay: false, writable: true, clockOffset: -300_000 }),
    }),
  )
  await sync.syncNow()
  expect(sync.status()).toMatchObject({ state: 'upToDate', notice: { code: 'syncClock', params: { minutes: -5 } } })
})

it('does not try again by itself what another try does not change', async () => {
  const place = sharedPlace()
  const book = await newBook()
  const sync = createSync(book, place.desktop())
  for (const [code, state] of [
    ['syncWrongBook', 'failed'],
    ['syncTargetChanged', 'failed'],
    ['syncNotSealed', 'failed'],
    ['syncKeyMissing', 'needs'],
    ['syncPasswordMissing', 'needs'],
    ['locked', 'failed'],
  ] as const) {
    place.faults.failing = code
    await sync.syncNow()
    expect(sync.status()).toMatchObject({ state, error: new AppError(code) })
  }
  expect(sync.status().needs).toBeUndefined()
  expect(await book.db.syncLog.count()).toBe(6)
  await sync.syncNow()
  // The same failure again is not told again.
  expect(await book.db.syncLog.count()).toBe(6)
})

it('believes no record, whatever it is', async () => {
  const state = fc.record({
    table: fc.constantFrom('customers', 'deals', 'history', 'settings', 'later', '__proto__'),
    id: fc.string({ minLength: 1, maxLength: 20 }),
    values: fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('emails/e', 'erasedAt', 'kind', '__proto__/x')),
      fc.jsonValue(),
    ),
    stamp: fc.oneof(fc.string(), fc.constantFrom('', next())),
    stamps: fc.option(fc.dictionary(fc.string(), fc.string()), { nil: undefined }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(state), async (states) => {
      const records = states.flatMap((one) => recordStateSchema.safeParse(one).data ?? [])
      const { good, odd, ahead } = await examine(records, NOW)
      expect(good.length + odd.length).toBe(records.length)
      expect(Number.isFinite(ahead)).toBe(true)
    }),
  )
})
