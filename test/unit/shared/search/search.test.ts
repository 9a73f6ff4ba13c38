import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { digitsOf, matchesText, normalize, parseTextQuery } from '../../../../shared/search/index.ts'

const finds = (typed: string, text: string, phones = ''): boolean =>
  matchesText(parseTextQuery(typed), normalize(text), digitsOf(phones))

describe('normalize', () => {
  it.each([
    ['ŽALGIRIS Ąžuolas', 'zalgiris azuolas'],
    ['Straße Łódź Ærø đorđe', 'strasse lodz aero dorde'],
    ['Алёна Фёдорова', 'алена федорова'],
    ['علي كريمي', 'علی کریمی'],
    ['أحمد إبراهيم آرش', 'احمد ابراهیم ارش'],
    ['۱۲۳۴ ٥٦٧', '1234 567'],
    ['كـتـاب', 'کتاب'],
    ['می‌خواهم', 'می خواهم میخواهم'],
    ["O'Brien & Sons, Ltd.", 'o brien obrien sons ltd'],
    ['İstanbul', 'istanbul'],
    ['jonas.k@example.com', 'jonas k example com'],
    ['ΟΔΥΣΣΕΥΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
  ])('folds %s', (text, folded) => {
    expect(normalize(text)).toBe(folded)
  })

  it('changes nothing when done twice, and leaves only words with one space between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalize(text)
        expect(normalize(once)).toBe(once)
        expect(once).not.toMatch(/^ | {2}| $|\p{M}/u)
      }),
    )
  })

  it('does not depend on case or on how a letter is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aąčzé éöйЁЖяكی۱‌'"), maxLength: 20 }), (text) => {
        expect(normalize(text.normalize('NFD'))).toBe(normalize(text.normalize('NFC')))
        expect(normalize(text.toUpperCase())).toBe(normalize(text.toLowerCase()))
      }),
    )
  })
})

describe('a search', () => {
  it.each([
    ['می خواهم', 'می‌خواهم'],
    ['میخواهم', 'می‌خواهم'],
    ['می‌خواهم', 'میخواهم'],
    ['می‌خواهم', 'می خواهم'],
    ['obrien', "Pat O'Brien"],
    ["o'brien", 'Pat OBrien'],
    ['lov ada', 'Ada Lovelace'],
    ['ada@exam', 'ada@example.com'],
    ['علي', 'علی'],
  ])('for %s finds %s', (typed, text) => {
    expect(finds(typed, text)).toBe(true)
  })

  it.each([
    ['61234567', true],
    ['+370 612', true],
    ['8 612 34567', true],
    ['0 612 34567', true],
    ['00370 612 34567', true],
    ['(612) 345-67', true],
    ['۶۱۲۳۴', true],
    ['61', false],
    ['61234568', false],
  ])('for the digits %s within +370 612 34567: %s', (typed, found) => {
    expect(finds(typed, 'Jonas', '+370 612 34567')).toBe(found)
  })

  it('mixes a name and digits', () => {
    expect(finds('jon 34567', 'Jonas', '+370 612 34567')).toBe(true)
    expect(finds('ona 34567', 'Jonas', '+370 612 34567')).toBe(false)
  })

  it('finds a text by the beginnings of its words in any order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abčdй١ی'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.nat(5), fc.nat()), { minLength: 1, maxLength: 5 }), (words) => {
        const text = words.map(([full]) => full).join(' ')
        const typed = [...words]
          .sort((a, b) => a[2] - b[2])
          .map(([full, cut]) => full.slice(0, cut + 1))
          .join(' ')
        expect(finds(typed, text)).toBe(true)
      }),
    )
  })
})
