import fc from 'fast-check'
import { expect, it, vi } from 'vitest'

import { createMatcher, findDuplicates, findSimilar, type MatchRecord } from '../../../../shared/matching/index.ts'

vi.setConfig({ testTimeout: 60_000 })

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\ud800',
    '\udc00x',
    '__proto__',
    'constructor',
    '\u0000',
    'ی',
    '-'.repeat(5_000),
    'آ'.repeat(3_000),
    '1'.repeat(2_000),
  ),
)
const text = fc.option(
  fc.oneof(hostile, fc.constantFrom('Jonas', 'Jonaitis', 'Ona', '19900504', '+37061234567', 'a@b.lt')),
  {
    nil: undefined,
  },
)
const list = fc.option(
  fc.array(
    text.map((value) => value ?? ''),
    { maxLength: 4 },
  ),
  { nil: undefined },
)
const record: fc.Arbitrary<MatchRecord> = fc.record({
  id: fc.oneof(fc.uuid(), fc.constantFrom('__proto__', 'same', '', 'constructor')),
  givenName: text,
  familyName: text,
  company: text,
  emails: list,
  phones: list,
  street: text,
  city: text,
  region: text,
  postcode: text,
  country: text,
  birthday: text,
  identifiers: list,
})

it('takes any records without an error, and changes none', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), record, (records, asked) => {
      const before = structuredClone(records)
      for (const { probability } of findDuplicates(records, { threshold: 0.01 })) {
        expect(probability >= 0.01 && probability <= 1).toBe(true)
      }
      findSimilar(createMatcher(records), asked, 5, 0)
      expect(records).toEqual(before)
    }),
    { numRuns: 100 },
  )
})

/** Records as people have them, with ids of their own. */
const people = fc
  .array(
    fc.record({
      givenName: fc.constantFrom('Jonas', 'Petras', 'Ona', 'Rasa', 'Иван', 'Reza', ''),
      familyName: fc.constantFrom(
        'Kazlauskas',
        'Kazlauskienė',
        'Jonaitis',
        'Иванов',
        'Ivanov',
        'Hosseini',
        'حسینی',
        '',
      ),
      city: fc.constantFrom('Vilnius', 'Kaunas', ''),
      phones: fc.subarray(['+37061234567', '+37069876543', '861234567']),
      birthday: fc.constantFrom('1990-05-04', '1990-04-05', '1961-11-30', ''),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((records) => records.map((fields, index): MatchRecord => ({ id: `r${index}`, ...fields })))

const pairsOf = (records: readonly MatchRecord[], threshold = 0.3): Map<string, number> =>
  new Map(findDuplicates(records, { threshold }).map(({ a, b, probability }) => [[a, b].sort().join(), probability]))

it('finds the same pairs in whichever order the records come', () => {
  fc.assert(
    fc.property(people, fc.nat(), (records, seed) => {
      const shuffled = records
        .map((one, index) => ({ one, at: Math.imul(index + 1, seed * 2 + 7919) >>> 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      const [straight, other] = [pairsOf(records, 0.01), pairsOf(shuffled, 0.01)]
      for (const [pair, probability] of straight) {
        if (probability > 0.011) expect(other.get(pair)).toBeCloseTo(probability, 6)
      }
      for (const [pair, probability] of other) if (probability > 0.011) expect(straight.has(pair)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

it('gives the same twice', () => {
  fc.assert(
    fc.property(people, (records) => {
      expect(findDuplicates(records)).toEqual(findDuplicates(records))
    }),
    { numRuns: 50 },
  )
})

it('never gives weight to a field that one of the two has not', () => {
  fc.assert(
    fc.property(people, (records) => {
      const byId = new Map(records.map((one) => [one.id, one]))
      for (const { a, b, reasons } of findDuplicates(records, { threshold: 0.001 })) {
        const given = [a, b].map((id) => byId.get(id)?.birthday)
        if (given.includes('')) expect(reasons.map(({ field }) => field)).not.toContain('birthday')
      }
    }),
    { numRuns: 100 },
  )
})

it('keeps a pair of equal records when a stranger comes in', () => {
  const stranger = {
    id: 'stranger',
    givenName: 'Brunhilde',
    familyName: 'Oberhuber',
    city: 'Wien',
    birthday: '1949-01-31',
  }
  const twin = { givenName: 'Vytenis', familyName: 'Ribinskas', emails: ['v.ribinskas@medis.lt'] }
  fc.assert(
    fc.property(people, (records) => {
      const book = [...records, { id: 'x', ...twin }, { id: 'y', ...twin }]
      expect(pairsOf(book, 0.5).has('x,y')).toBe(true)
      expect(pairsOf([stranger, ...book], 0.5).has('x,y')).toBe(true)
    }),
    { numRuns: 60 },
  )
})
