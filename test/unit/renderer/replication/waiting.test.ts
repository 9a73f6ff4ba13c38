import { expect, it, vi } from 'vitest'

import { movePosition } from '../../../../renderer/data/index.ts'
import { createWaitingCounter } from '../../../../renderer/replication/push.ts'
import { newBook } from '../data/support.ts'

const TARGET = 'sync:place-1'

it('counts what waits, and looks at no line of the outbox a second time', async () => {
  const { db } = await newBook()
  await db.changes.clear()
  const add = (count: number, from?: string) =>
    db.changes.bulkAdd(
      Array.from({ length: count }, (_, id) => ({ table: 'deals', id: `${id}`, ...(from && { from }) })),
    )
  const newest = async () => (await db.changes.toCollection().last())?.seq ?? 0
  await movePosition(db, TARGET, { pushed: await newest() })
  const count = createWaitingCounter(db)
  expect(await count(TARGET)).toBe(0)
  await add(4_500)
  await add(2_000, TARGET)
  expect(await count(TARGET)).toBe(4_500)
  const above = vi.spyOn(db.changes, 'where')
  await add(3)
  expect(await count(TARGET)).toBe(4_503)
  expect(above).toHaveBeenCalledTimes(1)
  // Of another place nothing is known, and what went out waits no more.
  expect(await count('sync:place-2')).toBe(await db.changes.count())
  await movePosition(db, TARGET, { pushed: (await newest()) - 2 })
  expect(await count(TARGET)).toBe(2)
  db.close()
})
