import fc from 'fast-check'
import { expect, it } from 'vitest'

import { asidesOf, movePosition } from '../../../../renderer/data/index.ts'
import { createSync } from '../../../../renderer/replication/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import { createClock } from '../../../../shared/change/index.ts'
import { addCustomer } from '../data/support.ts'
import { canonicalBook, emptyBook, sharedBooks } from './books.ts'
import { sharedPlace } from './shared-place.ts'

const ids = Array.from({ length: 30 }, (_, index) => `Name ${index}`)

it('comes to the same wherever exchanges are broken off, before or after the place took what was sent', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { maxLength: 4 }),
      async (breaks) => {
        const { place, books, settle } = await sharedBooks(1)
        const [one] = books
        if (!one) throw new Error('no book')
        for (const name of ids.slice(0, 5)) await addCustomer(one, name)
        const two = emptyBook()
        for (const [after, isTaken] of breaks) {
          let calls = 0
          const plain = place.desktop()
          const call: typeof plain.call = async (name, input) => {
            if (name !== 'sync.pull' && name !== 'sync.push') return plain.call(name, input)
            calls += 1
            if (calls <= after) return plain.call(name, input)
            if (isTaken) await plain.call(name, input)
            throw new AppError('syncUnreachable')
          }
          // A program that starts again each time.
          await createSync(two, { ...plain, call }).syncNow()
          await addCustomer(two, 'Between')
          await createSync(one, { ...plain, call }).syncNow()
        }
        const again = createSync(two, place.desktop())
        for (let round = 0; round < 2; round += 1) {
          await again.syncNow()
          await settle()
        }
        await again.syncNow()
        expect(await canonicalBook(two)).toBe(await canonicalBook(one))
        expect(again.status()).toMatchObject({ state: 'upToDate', waiting: 0 })
        for (const book of [one, two]) book.close()
      },
    ),
    { numRuns: 8 },
  )
})

/** A place whose second page does not come. */
const breakingPlace = (place: ReturnType<typeof sharedPlace>) => {
  const plain = place.desktop()
  let pulls = 0
  const call: typeof plain.call = async (name, input) => {
    if (name === 'sync.pull') pulls += 1
    if (name === 'sync.pull' && pulls === 2) throw new AppError('syncUnreachable')
    return plain.call(name, input)
  }
  return { ...plain, call }
}

const fillPlace = (place: ReturnType<typeof sharedPlace>): void => {
  const { next } = createClock('dev9', Date.now)
  for (let index = 0; index < 1_500; index += 1)
    place.put({ table: 'later', id: `l${index}`, values: { a: 1 }, stamp: next() })
}

it('names what could not be taken before an exchange that was broken off', async () => {
  const place = sharedPlace()
  place.faults.poison = [{ key: 'x1', reason: 'damaged' }]
  fillPlace(place)
  const book = emptyBook()
  await createSync(book, breakingPlace(place)).syncNow()
  await createSync(book, place.desktop()).syncNow()
  expect(place.told.fromStart).toBe(1)
  expect(await asidesOf(book.db, 'sync:place-1')).toMatchObject([{ key: 'x1', reason: 'damaged' }])
})

it('takes what was erased out of the place though the exchange that told of it was broken off', async () => {
  const place = sharedPlace()
  const { next } = createClock('dev9', Date.now)
  place.put({ table: 'customers', id: 'gone', values: { erasedAt: '2026-01-01T00:00:00.000Z' }, stamp: next() })
  fillPlace(place)
  const book = emptyBook()
  await movePosition(book.db, 'journal', { pushed: Number.MAX_SAFE_INTEGER })
  await createSync(book, breakingPlace(place)).syncNow()
  expect(place.told.forgets).toBe(0)
  await createSync(book, place.desktop()).syncNow()
  expect(place.told.forgets).toBe(1)
})
