import { describe, expect, it } from 'vitest'

import { ageOn, celebrated, dayOfYear } from '../../../../../shared/domain/customer/birthday.ts'

describe('birthdays of the next days', () => {
  it('go over the end of the year', () => {
    expect([...celebrated('2026-12-30', 4)]).toEqual([
      ['12-30', '2026-12-30'],
      ['12-31', '2026-12-31'],
      ['01-01', '2027-01-01'],
      ['01-02', '2027-01-02'],
    ])
  })

  it('have those of a leap day on 28 February, in a leap year on their own', () => {
    expect(celebrated('2027-02-28', 1).get('02-29')).toBe('2027-02-28')
    expect(celebrated('2028-02-28', 1).has('02-29')).toBe(false)
    expect(celebrated('2028-02-28', 2).get('02-29')).toBe('2028-02-29')
  })

  it('tell the age on the day, not on today', () => {
    expect(dayOfYear('1987-01-02')).toBe('01-02')
    expect(ageOn('1987-01-02', '2027-01-02')).toBe(40)
    expect(ageOn('0001-01-02', '2027-01-02')).toBeUndefined()
  })
})
