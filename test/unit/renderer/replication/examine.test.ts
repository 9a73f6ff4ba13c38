import { expect, it } from 'vitest'

import { examine } from '../../../../renderer/replication/examine.ts'
import { createClock, type RecordState } from '../../../../shared/change/index.ts'

const NOW = 1_800_000_000_000
const { next } = createClock('dev9', () => NOW)

const many = (count: number): RecordState[] =>
  Array.from({ length: count }, (_, n) => ({
    table: 'customers',
    id: `c${n}`,
    values: { kind: 'person', status: n === 450 ? 7 : 'lead', createdAt: '2026-01-01T00:00:00.000Z' },
    stamp: next(),
  }))

/** How often anything else came to its turn while something ran. */
const turnsDuring = async <T>(job: Promise<T>): Promise<{ turns: number; result: T }> => {
  let turns = 0
  let handle = setImmediate(function turn() {
    turns += 1
    handle = setImmediate(turn)
  })
  try {
    return { result: await job, turns }
  } finally {
    clearImmediate(handle)
  }
}

it('looks at a page in slices, between which others come to their turn, and finds what one look would', async () => {
  const { turns, result } = await turnsDuring(examine(many(1_000), NOW))
  expect(turns).toBeGreaterThanOrEqual(9)
  expect(result.good.map(({ id }) => id)).toHaveLength(999)
  expect(result.odd).toEqual([{ key: 'customers/c450', reason: 'odd' }])
})

it('looks at a few at once', async () => {
  expect((await turnsDuring(examine(many(100), NOW))).turns).toBe(0)
})

it('can be cancelled between two slices', async () => {
  const aborter = new AbortController()
  let seen = 0
  const records = many(1_000).map((state) =>
    Object.defineProperty(state, 'table', {
      get: () => {
        seen += 1
        return 'customers'
      },
    }),
  )
  const job = examine(records, NOW, aborter.signal)
  aborter.abort()
  const before = seen
  await expect(job).rejects.toMatchObject({ code: 'cancelled' })
  expect(before).toBeGreaterThan(0)
  expect(seen).toBe(before)
})
