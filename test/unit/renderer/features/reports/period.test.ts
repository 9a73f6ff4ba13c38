import { describe, expect, it } from 'vitest'

import { partAround, periodDays } from '../../../../../renderer/features/reports/period.ts'

const ENGLISH = 'en-GB'
const PERSIAN = 'fa-IR-u-ca-persian-nu-arabext'

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

  it('is of the Jalali calendar for a Persian reader', () => {
    // 22 November 2026 is 1 Azar 1405.
    expect(partAround('2026-11-22', 'month', PERSIAN)).toEqual({ from: '2026-11-22', to: '2026-12-21' })
    expect(partAround('2026-11-22', 'quarter', PERSIAN)).toEqual({ from: '2026-09-23', to: '2026-12-21' })
    expect(partAround('2026-11-22', 'year', PERSIAN)).toEqual({ from: '2026-03-21', to: '2027-03-20' })
    expect(partAround('2026-11-22', 'month', PERSIAN, -1)).toEqual({ from: '2026-10-23', to: '2026-11-21' })
  })

  it('is open where nothing bounds it', () => {
    expect(periodDays('all', '2026-11-22', ENGLISH, { from: '2026-01-01' })).toEqual({})
    expect(periodDays('custom', '2026-11-22', ENGLISH, { from: '2026-01-01' })).toEqual({ from: '2026-01-01' })
  })
})
