import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldName } from '../../../../shared/matching/index.ts'
import { edits } from '../../../../shared/matching/text/edits.ts'
import { jaroWinkler } from '../../../../shared/matching/text/jaro-winkler.ts'
import { compareBirthdays } from '../../../../shared/matching/values/birthday.ts'
import { companyKeyOf, compareCompanies, readCompany } from '../../../../shared/matching/values/company.ts'
import { compareEmails, emailKeyOf, readEmail } from '../../../../shared/matching/values/email.ts'
import { compareNames, nameKeyOf, readName } from '../../../../shared/matching/values/name.ts'
import {
  compareIdentifiers,
  comparePhones,
  comparePostcodes,
  phoneKeyOf,
  postcodeKeyOf,
} from '../../../../shared/matching/values/numbers.ts'
import { compareStreets, readStreet, streetKeyOf } from '../../../../shared/matching/values/street.ts'

const names = (a: string, b: string): string => compareNames(readName(nameKeyOf(a)), readName(nameKeyOf(b)))
const companies = (a: string, b: string): string =>
  compareCompanies(readCompany(companyKeyOf(a)), readCompany(companyKeyOf(b)))
const emails = (a: string, b: string): string => compareEmails(readEmail(emailKeyOf(a)), readEmail(emailKeyOf(b)))
const streets = (a: string, b: string): string => compareStreets(readStreet(streetKeyOf(a)), readStreet(streetKeyOf(b)))

describe('jaroWinkler', () => {
  // The values that Winkler's papers print.
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
    ['', '', 0],
  ])('%s and %s', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3)
  })

  it('lies between 0 and 1, and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.string({ maxLength: 90 }), (a, b) => {
        const alike = jaroWinkler(a, b)
        expect(alike).toBe(jaroWinkler(b, a))
        expect(alike >= 0 && alike <= 1).toBe(true)
      }),
    )
  })
})

/** The definition, without any short cut. */
const plainEdits = (a: string, b: string): number => {
  const row = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  )
  const at = (i: number, j: number): number => row[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swap =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1
          ? at(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY
      const line = row[i]
      if (line)
        line[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap)
    }
  }
  return at(a.length, b.length)
}

describe('edits', () => {
  it('counts as the definition does, up to the most that is asked for', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(edits(a, b, most)).toBe(Math.min(plainEdits(a, b), most + 1))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('names', () => {
  it.each([
    ['Šarūnas', 'SARUNAS', 'exact'],
    ['Le Goy', 'legoy', 'exact'],
    ["O'Brien", 'O’Brien', 'exact'],
    ['Anna-Maria', 'Anna Maria', 'exact'],
    ['علي', 'علی', 'exact'],
    ['كريمي', 'کریمی', 'exact'],
    ['Иванов', 'Ivanov', 'transliterated'],
    ['Щербаков', 'Shcherbakov', 'transliterated'],
    ['Алексей', 'Aleksej', 'transliterated'],
    ['Алексей', 'Alexey', 'transliterated'],
    ['Юрий', 'Yuri', 'transliterated'],
    ['Жукаускас', 'Žukauskas', 'transliterated'],
    ['Müller', 'Mueller', 'transliterated'],
    ['حسینی', 'Hosseini', 'transliterated'],
    ['محمد', 'Mohammad', 'transliterated'],
    ['رضا', 'Reza', 'transliterated'],
    ['فاطمه', 'Fatemeh', 'transliterated'],
    ['حسین', 'Hossein', 'transliterated'],
    ['Robert', 'Bob', 'nickname'],
    ['Александр', 'Саша', 'nickname'],
    ['Kazlauskas', 'Kazlauskienė', 'stem'],
    ['Kazlauskas', 'Kazlauskaitė', 'stem'],
    ['Kazlauskaitė', 'Kazlauskienė', 'stem'],
    ['Stankevičius', 'Stankevičiūtė', 'stem'],
    ['Иванов', 'Иванова', 'stem'],
    ['Достоевский', 'Dostoevskaya', 'stem'],
    ['Johnson', 'Jonhson', 'close'],
    ['Petraitis', 'Petrautis', 'close'],
    ['J.', 'Jonas', 'initial'],
    ['J. P.', 'Jonas Petras', 'initial'],
    ['García López', 'García', 'part'],
    ['Alex', 'Alexander', 'part'],
    ['Jonas', 'Petras', 'differs'],
    ['Ona', 'Una Marta', 'differs'],
    ['علی', 'رضا', 'differs'],
    ['K.', 'Jonas', 'differs'],
    ['Person 1', 'Person 2', 'differs'],
  ])('%s and %s: %s', (a, b, level) => {
    expect([names(a, b), names(b, a)]).toEqual([level, level])
  })

  it('does not read one Persian name as another one with the same consonants', () => {
    expect(names('حسین', 'Hassan')).not.toBe('transliterated')
  })

  it('is the same in both orders', () => {
    const name = fc.string({ unit: fc.constantFrom(...'anmiskovžйхی رد-'), maxLength: 12 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(names(a, b)).toBe(names(b, a))
      }),
      { numRuns: 500, examples: [['aa', 'a ی']] },
    )
  })
})

describe('foldName', () => {
  it.each([
    ['Иванов', 'Ivanov'],
    ['Алексей', 'ALEXEY'],
    ['Müller', 'Mueller'],
    ['Šarūnas', 'Шарунас'],
    ["O'Brien", 'O’BRIEN'],
    ['كريمي', 'کریمی'],
  ])('gives %s and %s one key', (a, b) => {
    expect(foldName(a)).toBe(foldName(b))
    expect(foldName(a)).toMatch(/^[a-z]+$/)
  })
})

describe('companies', () => {
  it.each([
    ['UAB „Medis“', 'Medis, UAB', 'exact'],
    ['Ромашка ООО', 'ООО «Ромашка»', 'exact'],
    ['ООО Ромашка', 'Romashka LLC', 'exact'],
    ['Müller GmbH & Co. KG', 'Müller', 'exact'],
    ['شرکت پارس', 'پارس', 'exact'],
    ['Medis UAB', 'Medis AB', 'form'],
    ['Medis UAB', 'Medis GmbH', 'form'],
    ['Medis UAB', 'Medis Ltd', 'exact'],
    ['Baltijos prekyba', 'Baltijos prekuba', 'close'],
    ['Baltic Trade', 'Baltic Trade Group', 'part'],
    ['Bistro 1', 'Bistro 2', 'differs'],
    ['Medis', 'Namas', 'differs'],
  ])('%s and %s: %s', (a, b, level) => {
    expect([companies(a, b), companies(b, a)]).toEqual([level, level])
  })
})

describe('e-mails', () => {
  it.each([
    ['J.Jonaitis+fair@gmail.com', 'jjonaitis@googlemail.com', 'exact'],
    ['mailto:a.b@x.lt', 'A.B@X.lt', 'exact'],
    ['info@medis.lt', 'INFO@medis.lt', 'shared'],
    ['jonaitis@medis.lt', 'jonatis@medis.lt', 'close'],
    ['jonaitis@gmail.com', 'jonaitis@gmial.com', 'close'],
    ['jonas.jonaitis@medis.lt', 'jonas_jonaitis@gmail.com', 'local'],
    ['jonas@medis.lt', 'rasa@medis.lt', 'domain'],
    ['jonas1@medis.lt', 'jonas2@medis.lt', 'domain'],
    ['jonas@gmail.com', 'rasa@gmail.com', 'differs'],
  ])('%s and %s: %s', (a, b, level) => {
    expect([emails(a, b), emails(b, a)]).toEqual([level, level])
  })

  it.each(['', ' ', '@', 'nobody', 'a@', '@b', 'a b@c'])('takes %j for none', (text) => {
    expect(emailKeyOf(text)).toBe('')
  })
})

describe('phones, numbers and postcodes', () => {
  it.each([
    ['+370 612 34567', '8 (612) 34567', 'exact'],
    ['0912 123 4567', '+98 912 123 4567', 'exact'],
    ['۰۹۱۲۱۲۳۴۵۶۷', '09121234567', 'exact'],
    ['+370 612 34567', '+370 612 34576', 'close'],
    ['+370 612 34567', '+370 698 76543', 'differs'],
  ])('phones %s and %s: %s', (a, b, level) => {
    expect(comparePhones(phoneKeyOf(a), phoneKeyOf(b))).toBe(level)
  })

  it.each([
    ['38001010000', '38001010000', 'exact'],
    ['38001010000', '38001010006', 'close'],
    ['38001010000', '49112129999', 'differs'],
    ['38001010000', 'lt123', undefined],
  ])('identifiers %s and %s: %s', (a, b, level) => {
    expect(compareIdentifiers(a, b)).toBe(level)
  })

  it.each([
    ['LT-01103', '01103', 'exact'],
    ['SW1A 1AA', 'sw1a1aa', 'exact'],
    ['01103', '01130', 'close'],
    ['01103', '01999', 'area'],
    ['01103', '92999', 'differs'],
  ])('postcodes %s and %s: %s', (a, b, level) => {
    expect(comparePostcodes(postcodeKeyOf(a), postcodeKeyOf(b))).toBe(level)
  })
})

describe('birthdays', () => {
  it.each([
    ['19900504', '19900504', 'exact'],
    ['19900504', '19900405', 'swapped'],
    ['19900504', '19900505', 'close'],
    ['19900504', '19950504', 'close'],
    ['19900504', '19621104', 'differs'],
    ['19900504', '19901204', 'similar'],
  ])('%s and %s: %s', (a, b, level) => {
    expect([compareBirthdays(a, b), compareBirthdays(b, a)]).toEqual([level, level])
  })
})

describe('streets', () => {
  it.each([
    ['Gedimino pr. 5', 'Gedimino prospektas 5', 'exact'],
    ['12 High Street', '12 High St', 'exact'],
    ['Hauptstraße 7', 'Hauptstr. 7', 'exact'],
    ['ул. Ленина, д. 3', 'Ленина 3', 'exact'],
    ['خیابان آزادی، پلاک ۱۲', 'آزادی 12', 'exact'],
    ['Gedimino pr. 5', 'Gedimeno pr. 5', 'close'],
    ['Gedimino pr.', 'Gedimino pr. 5', 'close'],
    ['44 Rankin Street Glenvilla Caravan Park', '44 Rankin St', 'part'],
    ['Gedimino pr. 5', 'Gedimino pr. 7', 'street'],
    ['Gedimino pr. 5', 'Vytauto g. 9', 'differs'],
  ])('%s and %s: %s', (a, b, level) => {
    expect([streets(a, b), streets(b, a)]).toEqual([level, level])
  })
})
