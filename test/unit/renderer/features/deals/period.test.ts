import { parseDate } from '@internationalized/date'
import { describe, expect, it } from 'vitest'

import { instantsOf, periodAround } from '../../../../../renderer/features/deals/period.ts'

const fa = 'fa-IR-u-ca-persian-nu-arabext'

describe('the period around a day', () => {
  it('is a month or a quarter of the Gregorian calendar', () => {
    const day = parseDate('2026-11-22')
    expect(periodAround(day, 'month', 'en-GB')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(periodAround(day, 'quarter', 'lt-LT')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(periodAround(parseDate('2028-02-29'), 'month', 'en-GB').to).toBe('2028-02-29')
  })

  it('follows the Persian year', () => {
    // 1 Azar 1405 is 22 November 2026; Mehr, Aban and Azar are its autumn.
    expect(periodAround(parseDate('2026-11-22'), 'month', fa)).toEqual({ from: '2026-11-22', to: '2026-12-21' })
    expect(periodAround(parseDate('2026-11-22'), 'quarter', fa)).toEqual({ from: '2026-09-23', to: '2026-12-21' })
    // 29 Esfand 1404 is the last day of a common year.
    expect(periodAround(parseDate('2026-03-20'), 'quarter', fa).to).toBe('2026-03-20')
  })

  it('covers its last day to the last millisecond', () => {
    const { from, to } = instantsOf({ from: '2026-11-01', to: '2026-11-30' })
    expect(new Date(from)).toEqual(new Date(2026, 10, 1, 0, 0, 0, 0))
    expect(new Date(to)).toEqual(new Date(2026, 10, 30, 23, 59, 59, 999))
  })
})
