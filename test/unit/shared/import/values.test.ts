import { describe, expect, it } from 'vitest'
import { companyKey } from '../../../../shared/import/fold.ts'
import { readCountry } from '../../../../shared/import/values/country.ts'
import { detectDateOrder, readDate, readInstant } from '../../../../shared/import/values/date.ts'
import { splitEmails, splitPhones, splitTags } from '../../../../shared/import/values/multi.ts'
import { detectDecimalMark, readNumber } from '../../../../shared/import/values/number.ts'
import { splitName } from '../../../../shared/import/values/person-name.ts'
import { readPhone } from '../../../../shared/phone/index.ts'

describe('a date', () => {
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12 09:14', '2024-03-12'],
    ['12.03.2024', '2024-03-12'],
    ['12/3/24', '2024-03-12'],
    ['3/25/1987', '1987-03-25'],
    ['12 Mar 2024', '2024-03-12'],
    ['March 12th, 2024', '2024-03-12'],
    ['2024 m. kovo 12 d.', '2024-03-12'],
    ['12 марта 2024 г.', '2024-03-12'],
    ['۱۴۰۲/۱۲/۲۲', '2024-03-12'],
    ['۲۲ اسفند ۱۴۰۲', '2024-03-12'],
    ['45363', '2024-03-12'],
    ['20240312', '2024-03-12'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => expect(readDate(typed, 'dmy')).toMatchObject({ day }))

  it.each(['0.0.00', '0/0/00', '00.00.0000', '0000-00-00', ' '])('%s is none', (typed) =>
    expect(readDate(typed, 'dmy')).toBe('empty'),
  )
  it.each(['31.02.2024', '29.02.2023', '2024-13-01', 'soon', '1/2', '32.13.2024'])('%s can’t be', (typed) =>
    expect(readDate(typed, 'dmy')).toBeUndefined(),
  )
  it('keeps the instant that names its zone', () => {
    expect(readInstant('2024-03-12T09:14:05.123+02:00', 'dmy')).toBe('2024-03-12T07:14:05.123Z')
  })
  it('is read in the order of its column', () => {
    expect(detectDateOrder(['3/4/2024', '3/25/2024'], 'dmy')).toEqual({ order: 'mdy', sure: true })
    expect(detectDateOrder(['3/4/2024', '25/3/2024'], 'mdy')).toEqual({ order: 'dmy', sure: true })
    expect(detectDateOrder(['3/4/2024', '2024-01-02'], 'dmy')).toEqual({ order: 'dmy', sure: false })
    expect(detectDateOrder(['3/3/2024', ''], 'dmy')).toEqual({ order: 'dmy', sure: true })
  })
})

describe('a number', () => {
  it.each([
    [['1.234,56'], 1234.56],
    [['1,234.56'], 1234.56],
    [['1 234,5 €'], 1234.5],
    [['$1,234', '$1,234.50'], 1234],
    [['1.234', '1.234.567'], 1234],
    [['1.234', '7,5'], 1234],
    [['۱٬۲۳۴٫۵'], 1234.5],
    [['-5'], -5],
    [['(12,5)'], -12.5],
  ])('of the column %j is %d', (column, number) => {
    expect(readNumber(column[0] ?? '', detectDecimalMark(column))).toBe(number)
  })
  it.each(['abc', '', '1-2', '12ab34'])('is not %j', (typed) => expect(readNumber(typed, '.')).toBeUndefined())
})

describe('one cell with several', () => {
  it('e-mails', () => {
    expect(splitEmails('Ann <a@example.org>; b@example.org ')).toEqual(['a@example.org', 'b@example.org'])
    expect(splitEmails('a@example.org, b@example.org')).toEqual(['a@example.org', 'b@example.org'])
    expect(splitEmails('a b@example.org')).toEqual(['a b@example.org'])
  })
  it('phones, but no extension', () => {
    expect(splitPhones('+370 612 34567 ::: 8 612 34568')).toEqual(['+370 612 34567', '8 612 34568'])
    expect(splitPhones('+1 418 656 9254, ext 102')).toEqual(['+1 418 656 9254, ext 102'])
  })
  it('tags', () => expect(splitTags('* myContacts ::: Fair ::: VIP')).toEqual(['Fair', 'VIP']))
})

it.each([
  ['Ann van Dyke', 'Ann', 'van Dyke'],
  ['Dyke, Ann', 'Ann', 'Dyke'],
  ['Осокин Пётр Ильич', 'Пётр Ильич', 'Осокин'],
  ['Пётр Ильич Осокин', 'Пётр Ильич', 'Осокин'],
])('the name %s is %s and %s', (typed, givenName, familyName) =>
  expect(splitName(typed)).toEqual({ givenName, familyName }),
)

it('knows a company wherever its legal form stands, and no other form', () => {
  expect(companyKey('UAB „Medžio namai“')).toBe(companyKey('Medžio namai, UAB'))
  expect(companyKey('UAB Medis')).not.toBe(companyKey('MB Medis'))
})

it.each([
  ['Lithuania', 'LT'],
  ['Литва', 'LT'],
  ['ایران', 'IR'],
  ['Vokietija', 'DE'],
  ['uk', 'GB'],
  ['Narnia', 'Narnia'],
])('the country %s is %s', (typed, code) => expect(readCountry(typed)).toBe(code))

it('keeps a phone as typed beside its number', () => {
  expect(readPhone('8 612 34567', 'LT')).toEqual({ value: '8 612 34567', e164: '+37061234567' })
  expect(readPhone('0037061234567')).toEqual({ value: '0037061234567', e164: '+37061234567' })
  expect(readPhone('call Ann', 'LT')).toEqual({ value: 'call Ann' })
  expect(readPhone('8 612 34567', 'nowhere')).toEqual({ value: '8 612 34567' })
})
