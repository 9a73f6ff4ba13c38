import { describe, expect, test } from 'vitest'

import { dateFormats } from '../../../../renderer/i18n/dates.ts'
import { languageInfo, languageOf } from '../../../../renderer/i18n/languages.ts'
import { fractionDigits, numberFormats } from '../../../../renderer/i18n/numbers.ts'

const now = () => new Date(2026, 10, 22, 15, 30)
const en = dateFormats(languageInfo.en.tag, now)
const fa = dateFormats(languageInfo.fa.tag, now)
const ru = dateFormats(languageInfo.ru.tag, now)
const noMarks = (text: string) =>
  text
    .replace(/[\u200e\u200f\u00a0\u202f]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

describe('days', () => {
  test('near ones are told by a word, others of this year without their year', () => {
    expect(
      ['2026-11-21', '2026-11-22', '2026-11-23', '2026-10-04', '2025-11-22'].map((day) => en.day(day, 'relative')),
    ).toEqual(['Yesterday', 'Today', 'Tomorrow', '4 Oct', '22 Nov 2025'])
  })

  test('the year that counts is the one of the calendar shown', () => {
    expect(fa.day('2026-03-22', 'relative')).toBe('۲ فروردین')
    expect(fa.day('2026-03-20', 'relative')).toBe('۲۹ اسفند ۱۴۰۴')
  })

  test('a month names both Jalali months that it covers', () => {
    expect(en.month('2026-11')).toBe('November 2026')
    expect(fa.month('2026-11')).toBe('آبان – آذر ۱۴۰۵')
    expect(fa.month('2026-03')).toBe('اسفند ۱۴۰۴ – فروردین ۱۴۰۵')
    expect(fa.calendarMonth('2026-11-22')).toBe('آذر ۱۴۰۵')
    expect(ru.month('2026-11')).toBe('Ноябрь 2026 г.')
  })

  test('what is no day comes back', () => {
    expect(en.day('soon')).toBe('soon')
    expect(en.instant('never')).toBe('never')
  })
})

describe('instants', () => {
  test('today has its time, yesterday its word', () => {
    expect(en.instant(new Date(2026, 10, 22, 10, 12).toISOString(), 'relative')).toBe('10:12')
    expect(en.instant(new Date(2026, 10, 21, 23, 59).toISOString(), 'relative')).toBe('Yesterday')
  })

  test('an age takes the largest unit that fits', () => {
    const ago = (seconds: number) => en.instant(new Date(now().getTime() - seconds * 1000).toISOString(), 'ago')
    expect([5, 119, 3 * 3600, 26 * 3600].map(ago)).toEqual(['5 sec ago', '1 min ago', '3 hr ago', 'yesterday'])
    const days = (count: number) => ago(count * 86_400)
    expect([45, 100, 600, 2_457].map(days)).toEqual(['45 days ago', '3 mo ago', '19 mo ago', '6 yr ago'])
  })
})

describe('money', () => {
  const english = numberFormats(languageInfo.en.tag)

  test('minor units follow the currency', () => {
    expect([fractionDigits('EUR'), fractionDigits('JPY'), fractionDigits('KWD'), fractionDigits('no')]).toEqual([
      2, 0, 3, 2,
    ])
    expect(english.money(1_840_000, 'EUR')).toBe('€18,400')
    expect(english.money(1_840_050, 'EUR')).toBe('€18,400.50')
    expect(english.money(1_840_050, 'EUR', 'rounded')).toBe('€18,401')
    expect(english.money(1_840, 'JPY')).toBe('¥1,840')
  })

  test('an unknown currency keeps its code', () => {
    expect(english.money(12_345, 'no')).toBe('123.45 no')
  })

  test('is written as the language does', () => {
    expect(noMarks(numberFormats(languageInfo.lt.tag).money(1_840_050, 'EUR'))).toBe('18 400,50 €')
    expect(noMarks(numberFormats(languageInfo.fa.tag).number(12_480))).toBe('۱۲٬۴۸۰')
  })
})

test('sizes and lengths', () => {
  const { bytes, duration } = numberFormats(languageInfo.en.tag)
  expect([0, 999, 1_500, 1_250_000].map(bytes)).toEqual(['0 byte', '999 byte', '2 kB', '1.3 MB'])
  expect([45, 60, 95].map(duration)).toEqual(['45 mins', '1 hr', '1 hr 35 mins'])
})

test('the first wanted language that is ours', () => {
  expect(languageOf(['de-DE', 'lt-LT', 'en-US'])).toBe('lt')
  expect(languageOf(['de-DE'])).toBe('en')
})
