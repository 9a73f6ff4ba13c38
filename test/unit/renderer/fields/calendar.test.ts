import { describe, expect, it } from 'vitest'

import { isWithin, monthLater, nextWeek, partAround, weekOf } from '../../../../renderer/fields/calendar.ts'

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

describe('an instant in a stretch of days', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).toISOString()
  const november = { from: '2026-11-01', to: '2026-11-30' }

  it('is in it from the first minute to the last, by the local clock', () => {
    for (const inside of [at(1, 0), at(15, 12), at(30, 0), at(30, 9), at(30, 23)])
      expect(isWithin(inside, november)).toBe(true)
    for (const outside of [at(0, 23), at(31, 0)]) expect(isWithin(outside, november)).toBe(false)
  })
})

describe('months, quarters and years', () => {
  it('are those of the Gregorian calendar', () => {
    expect(partAround('2026-11-22', 'month', 'en-GB')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(partAround('2026-03-31', 'month', 'en-GB', -1)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(partAround('2026-11-22', 'quarter', 'lt-LT')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(partAround('2028-02-29', 'month', 'en-GB').to).toBe('2028-02-29')
  })

  it('are those of the Jalali calendar for a Persian reader', () => {
    // 22 November 2026 is 1 Azar 1405; Mehr, Aban and Azar are its autumn.
    expect(partAround('2026-11-22', 'month', fa)).toEqual({ from: '2026-11-22', to: '2026-12-21' })
    expect(partAround('2026-11-22', 'quarter', fa)).toEqual({ from: '2026-09-23', to: '2026-12-21' })
    expect(partAround('2026-11-22', 'year', fa)).toEqual({ from: '2026-03-21', to: '2027-03-20' })
    expect(partAround('2026-11-22', 'month', fa, -1)).toEqual({ from: '2026-10-23', to: '2026-11-21' })
    // 29 Esfand 1404 is the last day of a common year.
    expect(partAround('2026-03-20', 'quarter', fa).to).toBe('2026-03-20')
  })

  it('a month later stays in the next month', () => {
    expect(monthLater('2027-01-31')).toBe('2027-02-28')
  })
})
