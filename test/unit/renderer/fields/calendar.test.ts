import { describe, expect, it } from 'vitest'

import { monthLater, monthOf, nextWeek, weekOf } from '../../../../renderer/fields/calendar.ts'

const fa = 'fa-IR-u-ca-persian-nu-arabext'

describe('weeks', () => {
  it('begin where the reader lives', () => {
    // 2026-11-25 is a Wednesday.
    expect(weekOf('2026-11-25', 'en-GB')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(weekOf('2026-11-25', fa)).toEqual({ from: '2026-11-21', to: '2026-11-27' })
  })

  it('next week is another choice than tomorrow', () => {
    expect(nextWeek('2026-11-25', 'lt-LT')).toBe('2026-11-30')
    expect(nextWeek('2026-11-28', 'lt-LT')).toBe('2026-11-30')
    expect(nextWeek('2026-11-29', 'lt-LT')).toBe('2026-12-07')
    expect(nextWeek('2026-11-27', fa)).toBe('2026-12-05')
  })
})

describe('months', () => {
  it('are those of the reader’s calendar', () => {
    expect(monthOf('2026-11-22', 'en-GB')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(monthOf('2026-03-31', 'en-GB', 1)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    // 1 Azar 1405.
    expect(monthOf('2026-11-22', fa)).toEqual({ from: '2026-11-22', to: '2026-12-21' })
    expect(monthOf('2026-11-22', fa, 1)).toEqual({ from: '2026-10-23', to: '2026-11-21' })
  })

  it('a month later stays in the next month', () => {
    expect(monthLater('2027-01-31')).toBe('2027-02-28')
  })
})
