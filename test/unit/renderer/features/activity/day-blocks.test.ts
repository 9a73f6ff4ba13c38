import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  HEAD_HEIGHT,
  layDays,
  openingTop,
  pageOf,
  ROW_HEIGHT,
  visibleDays,
} from '../../../../../renderer/features/activity/day-blocks.ts'

const row = (day: string, count: number) => ({ keys: [day], values: [count] })
const tasks = [row('', 2), row('2026-11-22', 1), row('2026-11-25', 1)]
const talks = [row('2026-11-20', 3), row('2026-11-22', 2)]

describe('days under each other', () => {
  const blocks = layDays([tasks, talks])

  it('has the last day first and before it what has no day', () => {
    expect(blocks.map(({ day }) => day)).toEqual(['', '2026-11-25', '2026-11-22', '2026-11-20'])
    expect(blocks[1]?.top).toBe(HEAD_HEIGHT + 2 * ROW_HEIGHT)
  })

  it('knows where each source stands: newest first, without a day last', () => {
    expect(blocks.map(({ firsts }) => firsts)).toEqual([
      [2, 5],
      [0, 0],
      [1, 0],
      [2, 2],
    ])
  })

  it('opens at today or the day before it, with what is ahead above', () => {
    expect(openingTop(blocks, '2026-11-22')).toBe(blocks[2]?.top)
    expect(openingTop(blocks, '2026-11-21')).toBe(blocks[3]?.top)
    expect(openingTop(blocks, '2026-01-01')).toBe(0)
  })

  it('asks for pages that hold what is in sight', () => {
    const long = layDays([[row('2026-11-22', 1000)]])
    const days = visibleDays(long, 60 * ROW_HEIGHT, 70 * ROW_HEIGHT)
    expect(pageOf(days, 0)).toEqual({ offset: 50, limit: 50 })
    expect(pageOf(days, 1)).toBeUndefined()
  })
})

describe('any book', () => {
  const day = fc.constantFrom('', '2026-11-20', '2026-11-21', '2026-11-22', '2027-01-01')
  const source = fc.uniqueArray(fc.tuple(day, fc.integer({ min: 1, max: 30 })), { selector: ([key]) => key })
  const sources = fc.array(source, { minLength: 1, maxLength: 4 })

  it('shows every record once, in the order of its source, and the lines of a day without gaps', () => {
    fc.assert(
      fc.property(sources, (given) => {
        const blocks = layDays(given.map((rows) => rows.map(([key, count]) => row(key, count))))
        const end = (blocks.at(-1)?.top ?? 0) + (blocks.at(-1)?.height ?? 0)
        const days = visibleDays(blocks, 0, end)
        for (const [index, rows] of given.entries()) {
          const total = rows.reduce((sum, [, count]) => sum + count, 0)
          const offsets = days.flatMap(({ places }) => places.filter((place) => place.source === index))
          expect(offsets.map(({ offset }) => offset).sort((a, b) => a - b)).toEqual([...Array(total).keys()])
        }
        for (const { block, places } of days)
          expect(places.map(({ line }) => line)).toEqual([...Array(block.count).keys()])
      }),
    )
  })

  it('draws no more than what is in sight, and all of that', () => {
    fc.assert(
      fc.property(sources, fc.nat(4000), (given, from) => {
        const blocks = layDays(given.map((rows) => rows.map(([key, count]) => row(key, count))))
        const to = from + 500
        const tops = visibleDays(blocks, from, to).flatMap(({ block, places }) =>
          places.map(({ line }) => block.top + HEAD_HEIGHT + line * ROW_HEIGHT),
        )
        const all = blocks.flatMap(({ top, count }) =>
          Array.from({ length: count }, (_, line) => top + HEAD_HEIGHT + line * ROW_HEIGHT),
        )
        expect(tops).toEqual(all.filter((top) => top + ROW_HEIGHT > from && top < to))
      }),
    )
  })
})
