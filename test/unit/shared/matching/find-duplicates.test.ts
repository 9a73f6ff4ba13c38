import { describe, expect, it } from 'vitest'

import {
  type DuplicatePair,
  findDuplicates,
  MATCH_REASONS,
  type MatchRecord,
} from '../../../../shared/matching/index.ts'

import { makeBook } from './support/book.ts'

type Fields = Omit<MatchRecord, 'id'>

const person = (givenName: string, familyName: string, more: Fields = {}): Fields => ({
  givenName,
  familyName,
  ...more,
})
const find = (records: readonly Fields[], threshold?: number): DuplicatePair[] =>
  findDuplicates(
    records.map((record, index) => ({ id: String(index), ...record })),
    { threshold },
  )
const isFound = (a: Fields, b: Fields): boolean => find([a, b]).length === 1
const levelOf = (pair: DuplicatePair | undefined, field: string): string | undefined =>
  pair?.reasons.find((reason) => reason.field === field)?.level

const home = { street: 'Gedimino pr. 5-12', city: 'Vilnius', postcode: '01103', phones: ['+37061234567'] }
const office = {
  company: 'UAB Medis',
  phones: ['+37052345678'],
  emails: ['info@medis.lt'],
  street: 'Savanorių 5',
  city: 'Vilnius',
}

describe('a book of two', () => {
  it.each<[string, Fields]>([
    ['name', person('Jonas', 'Jonaitis')],
    ['given name', { givenName: 'Jonas' }],
    ['e-mail', { emails: ['jonas@medis.lt'] }],
    ['phone', { phones: ['+37061234567'] }],
    ['company', { company: 'UAB Medis' }],
    ['identifier', { identifiers: ['301234567'] }],
    ['everything', person('Jonas', 'Jonaitis', { ...home, emails: ['j@medis.lt'], birthday: '1990-05-04' })],
  ])('finds two equal records that have only: %s', (_, record) => {
    const [pair] = find([record, record])
    expect(pair?.probability).toBeGreaterThan(0.5)
    expect(levelOf(pair, 'record')).toBe('identical')
  })

  it.each<[string, Fields, Fields]>([
    ['scripts', person('Иван', 'Иванов'), person('Ivan', 'Ivanov')],
    ['Persian and Latin', person('رضا', 'حسینی'), person('Reza', 'Hosseini')],
    ['Arabic letters', person('علي', 'كريمي'), person('علی', 'کریمی')],
    ['order of names', person('Jonas', 'Kazlauskas'), person('Kazlauskas', 'Jonas')],
    ['whole name in one field', { givenName: 'Jonas Kazlauskas' }, person('Jonas', 'Kazlauskas')],
    ['whole name the other way round', { familyName: 'Kazlauskas Jonas' }, person('Jonas', 'Kazlauskas')],
    ['diacritics and umlauts', person('Jürgen', 'Müller'), person('Juergen', 'Mueller')],
    ['a nickname', person('Bob', 'Smith', { city: 'Leeds' }), person('Robert', 'Smith', { city: 'Leeds' })],
    [
      'an initial and an e-mail',
      person('J.', 'Kazlauskas', { emails: ['jk@medis.lt'] }),
      person('Jonas', 'Kazlauskas', { emails: ['jk@medis.lt'] }),
    ],
    [
      'a married name',
      person('Ona', 'Kazlauskaitė', { emails: ['ona@medis.lt'], birthday: '1990-05-04' }),
      person('Ona', 'Petraitienė', { emails: ['ona@medis.lt'], birthday: '19900504' }),
    ],
    ['company forms', { company: 'ООО Ромашка' }, { company: 'Romashka LLC' }],
    ['Gmail dots', { emails: ['j.jonaitis+x@gmail.com'] }, { emails: ['JJonaitis@googlemail.com'] }],
    ['phones with and without country', { phones: ['+370 612 34567'] }, { phones: ['8 612 34567'] }],
  ])('finds two that differ in: %s', (_, a, b) => {
    expect(isFound(a, b)).toBe(true)
    expect(isFound(b, a)).toBe(true)
  })

  it.each<[string, Fields, Fields]>([
    ['husband and wife', person('Jonas', 'Kazlauskas', home), person('Ona', 'Kazlauskienė', home)],
    ['brothers', person('Jonas', 'Kazlauskas', home), person('Petras', 'Kazlauskas', home)],
    ['brother and sister', person('Martin', 'Braun', home), person('Martina', 'Braun', home)],
    [
      'twins',
      person('Jonas', 'Kazlauskas', { ...home, birthday: '1990-05-04' }),
      person('Petras', 'Kazlauskas', { ...home, birthday: '1990-05-04' }),
    ],
    ['colleagues', person('Jonas', 'Kazlauskas', office), person('Rasa', 'Petraitė', office)],
    ['colleagues of one given name', person('Jonas', 'Kazlauskas', office), person('Jonas', 'Petraitis', office)],
    ['a firm and its employee', office, person('Jonas', 'Kazlauskas', office)],
    [
      'namesakes in a town',
      person('Jonas', 'Kazlauskas', { city: 'Vilnius' }),
      person('Jonas', 'But', { city: 'Vilnius' }),
    ],
    ['numbered firms', { company: 'Bistro 1', city: 'Vilnius' }, { company: 'Bistro 2', city: 'Vilnius' }],
    ['records with nothing in them', {}, {}],
    [
      'records with empty values',
      { givenName: '', emails: [''], phones: [' '], street: '-', birthday: '', identifiers: [''] },
      { givenName: '', emails: [''], phones: [' '], street: '-', birthday: '', identifiers: [''] },
    ],
    ['records of one town', { city: 'Vilnius' }, { city: 'Vilnius' }],
  ])('does not take for one: %s', (_, a, b) => {
    expect(find([a, b])).toEqual([])
  })

  it('says that a family explains the likeness', () => {
    const [pair] = find([person('Jonas', 'Kazlauskas', home), person('Ona', 'Kazlauskienė', home)], 0.001)
    expect(levelOf(pair, 'familyName')).toBe('stem')
    expect(levelOf(pair, 'relation')).toBe('household')
  })
})

describe('values that many share', () => {
  it('weigh less than rare ones', () => {
    const crowd = Array.from({ length: 60 }, (_, index) =>
      person(`Given${index}`, index < 50 ? 'Smith' : `Rare${index}`),
    )
    const weightOf = (familyName: string): number => {
      const pairs = find([...crowd, person('Vytenis', familyName), person('Vytenis', familyName)], 0.001)
      return pairs[0]?.reasons.find(({ field }) => field === 'familyName')?.weight ?? 0
    }
    expect(weightOf('Ribinskas')).toBeGreaterThan(weightOf('Smith') + 3)
  })

  it('of a switchboard do not join those who have it', () => {
    const staff = makeBook({ seed: 5, pool: 'lt', people: 40, copied: 0, most: 1, changes: 0, perField: 1 }).map(
      ({ givenName, familyName }) =>
        person(givenName, familyName, { phones: ['+37052345678'], emails: ['info@medis.lt'] }),
    )
    expect(find(staff)).toEqual([])
  })
})

describe('what is given back', () => {
  const records = Array.from({ length: 30 }, (_, index) =>
    person(`Vardenis${index % 15}`, `Pavardenis${index % 15}`, { phones: [`+3706${1_111_111 * (1 + (index % 15))}`] }),
  )

  it('has pairs in the order of the records, the likeliest pair first', () => {
    const pairs = find(records, 0.01)
    const order = pairs.map(({ probability }) => probability)
    expect(pairs.length).toBeGreaterThan(10)
    expect(order).toEqual([...order].sort((a, b) => b - a))
    for (const { a, b } of pairs) expect(Number(a)).toBeLessThan(Number(b))
  })

  it('only names known fields and levels', () => {
    const known = new Map(MATCH_REASONS.map(({ field, levels }) => [field, levels]))
    for (const { reasons } of find(records, 0.0001)) {
      for (const { field, level } of reasons) expect(known.get(field)).toContain(level)
    }
  })

  it('tells its progress, up to all records', () => {
    const told: [number, number][] = []
    findDuplicates(
      records.map((record, index) => ({ id: String(index), ...record })),
      { onProgress: (done, total) => told.push([done, total]) },
    )
    const done = told.map(([first]) => first)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(told.at(-1)).toEqual([30, 30])
    expect(told.every(([first, total]) => first <= total && total === 30)).toBe(true)
  })

  it('joins two corrupted copies through what both are copies of', () => {
    const original = { ...home, birthday: '19900504', emails: ['jonas.k@medis.lt'], identifiers: ['39005040123'] }
    const one = { familyName: 'Kazlauskas', identifiers: ['39005040123'], birthday: '19900504' }
    const other = { familyName: 'Kazlauskas', emails: ['jonas.k@medis.lt'], phones: home.phones }
    const pairs = find([person('Jonas', 'Kazlauskas', original), one, other])
    expect(pairs.map(({ a, b }) => a + b).sort()).toEqual(['01', '02', '12'])
    expect(
      levelOf(
        pairs.find(({ a, b }) => a + b === '12'),
        'record',
      ),
    ).toBe('linked')
  })
})
