import { describe, expect, it } from 'vitest'

import { addDays, daysBetween, today } from '../../../../shared/domain/day.ts'

describe('days', () => {
  it('is the local one of a moment, to its last minute', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
    expect(today(new Date(2026, 0, 5, 0, 0))).toBe('2026-01-05')
  })

  it('count over months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-11-22', '2026-11-01')).toBe(-21)
  })
})
