import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { spanOf, stretchesOf, unitFor } from '../../../../shared/analytics/index.ts'
import { byStretch, stretchFinder } from '../../../../shared/analytics/stretches.ts'
import { addDays } from '../../../../shared/domain/day.ts'
import { anyDay, month, TODAY, week } from './rows.ts'

const day = anyDay.filter((text) => text !== '')
const span = fc.tuple(day, fc.nat({ max: 800 })).map(([from, days]) => ({ from, to: addDays(from, days) }))

describe('stretches of a calendar', () => {
  it('cover a span without gap or overlap, cut off at its ends', () => {
    fc.assert(
      fc.property(span, fc.constantFrom(week, month), ({ from, to }, around) => {
        const stretches = stretchesOf({ from, to }, around)
        expect(stretches[0]?.from).toBe(from)
        expect(stretches.at(-1)?.to).toBe(to)
        for (const [at, stretch] of stretches.entries()) {
          expect(stretch.from <= stretch.to).toBe(true)
          const next = stretches[at + 1]
          if (next) expect(next.from).toBe(addDays(stretch.to, 1))
        }
      }),
    )
  })

  it('are found by any of their days, and by no other', () => {
    fc.assert(
      fc.property(span, day, (some, wanted) => {
        const stretches = stretchesOf(some, week)
        const expected = stretches.findIndex(({ from, to }) => wanted >= from && wanted <= to)
        expect(stretchFinder(stretches)(wanted) ?? -1).toBe(expected)
      }),
    )
    expect(stretchFinder([])('2026-01-01')).toBeUndefined()
  })

  it('keep every group, those outside under none', () => {
    fc.assert(
      fc.property(fc.array(anyDay), span, (days, some) => {
        const rows = days.map((each) => ({ keys: [each], values: [1] }))
        const groups = byStretch(rows, stretchesOf(some, month))
        expect(groups.flatMap((group) => group.rows.map(({ keys }) => keys[0])).toSorted()).toEqual(days.toSorted())
        for (const { days: stretch, rows: own } of groups)
          for (const { keys } of own)
            expect(stretch === undefined).toBe(
              keys[0] === '' || String(keys[0]) < some.from || String(keys[0]) > some.to,
            )
      }),
    )
  })
})

describe('the span of a report by time', () => {
  it('goes from the first record to today when no period bounds it', () => {
    expect(spanOf(['2026-03-05', '', '2025-12-30'], {}, TODAY)).toEqual({ from: '2025-12-30', to: TODAY })
    expect(spanOf([], {}, TODAY)).toEqual({ from: TODAY, to: TODAY })
  })
  it('shows no empty future of a period, but records that lie in it', () => {
    const period = { from: '2026-11-01', to: '2026-11-30' }
    expect(spanOf(['2026-11-02'], period, TODAY)).toEqual({ from: '2026-11-01', to: TODAY })
    expect(spanOf(['2026-11-27'], period, TODAY)).toEqual({ from: '2026-11-01', to: '2026-11-27' })
    expect(spanOf(['2026-12-27'], period, TODAY)).toEqual(period)
  })
  it('is one day for a period that has not begun', () => {
    expect(spanOf([], { from: '2027-01-01', to: '2027-01-31' }, TODAY)).toEqual({
      from: '2027-01-01',
      to: '2027-01-01',
    })
  })
})

it('takes a coarser unit where the finer would make too many rows', () => {
  const units = [
    { name: 'week', around: week },
    { name: 'month', around: month },
  ] as const
  expect(unitFor({ from: '2024-01-01', to: TODAY }, [...units]).name).toBe('week')
  expect(unitFor({ from: '2010-01-01', to: TODAY }, [...units]).name).toBe('month')
  expect(unitFor({ from: '1900-01-01', to: TODAY }, [...units]).name).toBe('month')
})
