import fc from 'fast-check'
import { expect, it } from 'vitest'

import { createSync } from '../../../../renderer/replication/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import { addCustomer } from '../data/support.ts'
import { canonicalBook, emptyBook, sharedBooks } from './books.ts'

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
