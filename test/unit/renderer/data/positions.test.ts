import { expect, it } from 'vitest'

import { forgetPositions, movePosition, passedByAll } from '../../../../renderer/data/index.ts'
import { newBook } from './support.ts'

it('keeps of the outbox what any place has not heard of, until that place is left', async () => {
  const { db } = await newBook()
  await movePosition(db, 'journal', { pushed: 50 })
  await movePosition(db, 'sync:a', { pushed: 20 })
  // What was only read once, such as a former copy, waits for nothing.
  await movePosition(db, 'former', { pushed: 1 })
  expect(await passedByAll(db)).toBe(20)
  await movePosition(db, 'sync:b', { pushed: 40 })
  await forgetPositions(db, 'sync:', 'sync:b')
  expect(await passedByAll(db)).toBe(40)
  await forgetPositions(db, 'sync:')
  expect(await passedByAll(db)).toBe(50)
})
