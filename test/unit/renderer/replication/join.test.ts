import { expect, it } from 'vitest'

import { createSync, joinPlace } from '../../../../renderer/replication/index.ts'
import { addCustomer, newBook } from '../data/support.ts'
import { emptyBook } from './books.ts'
import { sharedPlace } from './shared-place.ts'

it('the log of a book that has just joined begins with what came in', async () => {
  const place = sharedPlace()
  const one = await newBook()
  await addCustomer(one, 'Before')
  await createSync(one, place.desktop()).syncNow()
  const two = emptyBook()
  await joinPlace(two, place.desktop(), () => {})
  const [first, ...more] = await two.db.syncLog.toArray()
  expect(first?.in).toBe(place.told.sent.length)
  expect(first?.error).toBeUndefined()
  expect(more).toEqual([])
})
