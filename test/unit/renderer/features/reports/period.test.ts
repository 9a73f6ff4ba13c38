import { describe, expect, it } from 'vitest'

import { periodDays } from '../../../../../renderer/features/reports/period.ts'

const ENGLISH = 'en-GB'

describe('the period of a report', () => {
  it.each([
    ['thisMonth', '2026-01-01', '2026-01-31'],
    ['lastMonth', '2025-12-01', '2025-12-31'],
    ['nextMonth', '2026-02-01', '2026-02-28'],
    ['thisQuarter', '2026-01-01', '2026-03-31'],
    ['lastQuarter', '2025-10-01', '2025-12-31'],
    ['nextQuarter', '2026-04-01', '2026-06-30'],
    ['thisYear', '2026-01-01', '2026-12-31'],
    ['last12', '2025-02-01', '2026-01-31'],
  ] as const)('%s goes over the turn of the year', (period, from, to) => {
    expect(periodDays(period, '2026-01-31', ENGLISH, {})).toEqual({ from, to })
  })

  it('is open where nothing bounds it', () => {
    expect(periodDays('all', '2026-11-22', ENGLISH, { from: '2026-01-01' })).toEqual({})
    expect(periodDays('custom', '2026-11-22', ENGLISH, { from: '2026-01-01' })).toEqual({ from: '2026-01-01' })
  })
})
