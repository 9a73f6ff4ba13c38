import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { findDuplicates, type MatchRecord } from '../../../../shared/matching/index.ts'
import { type BookPlan, makeBook, qualityOf } from './support/book.ts'
import { febrlFolder, febrlRecords } from './support/febrl.ts'
import { makeFirms } from './support/firms.ts'
import { only } from './support/people.ts'
import { POOLS } from './support/pools.ts'

/** Milliseconds; a second each where nothing else runs. */
const PATIENCE = 60_000

const IDENTITY = ['givenName', 'familyName', 'street', 'city', 'region', 'postcode', 'birthday'] as const
const CONTACT = ['givenName', 'familyName', 'emails', 'phones', 'city'] as const

const pools = Object.keys(POOLS).filter((name): name is keyof typeof POOLS => name in POOLS)
const quality = (plan: BookPlan, fields: Parameters<typeof only>[1]) => {
  const records = makeBook(plan).map((person) => only(person, fields))
  return qualityOf(records, findDuplicates(records))
}

describe.each(pools)('made-up people: %s', { timeout: PATIENCE }, (pool) => {
  const plan = { seed: 11, pool, people: 320, copied: 80, most: 5, changes: 5, perField: 2 } as const

  it('finds copies with up to five slips each', () => {
    expect(quality(plan, [...IDENTITY, 'identifiers']).f1).toBeGreaterThan(0.99)
    expect(quality(plan, IDENTITY).f1).toBeGreaterThan(0.98)
    expect(quality(plan, CONTACT).f1).toBeGreaterThan(0.97)
  })

  it('finds many of those with up to ten slips, and hardly a wrong one', () => {
    const found = quality({ ...plan, seed: 12, changes: 10, perField: 3 }, IDENTITY)
    expect(found.f1).toBeGreaterThan(0.95)
    expect(found.precision).toBeGreaterThan(0.99)
  })

  it('finds copies with a slip or two', () => {
    expect(quality({ ...plan, seed: 13, most: 1, changes: 2, perField: 1 }, CONTACT).f1).toBeGreaterThan(0.98)
  })

  it.each([2, 10, 50, 320])('finds nothing among %i different people', (people) => {
    expect(quality({ ...plan, seed: 14, people, copied: 0 }, IDENTITY).found).toBe(0)
    expect(quality({ ...plan, seed: 15, people, copied: 0 }, ['emails', 'phones']).found).toBe(0)
  })
})

describe('made-up firms', { timeout: PATIENCE }, () => {
  const found = (copied: number, fields: readonly (keyof MatchRecord)[]) => {
    const records = makeFirms(5, 400, copied).map(
      (firm): MatchRecord => ({ id: firm.id, ...Object.fromEntries(fields.map((field) => [field, firm[field]])) }),
    )
    return qualityOf(records, findDuplicates(records))
  }

  it('finds copies written otherwise', () => {
    expect(found(80, ['company', 'city', 'phones', 'emails', 'identifiers']).f1).toBeGreaterThan(0.98)
    expect(found(80, ['company', 'city', 'phones']).f1).toBeGreaterThan(0.95)
    expect(found(80, ['company', 'emails']).precision).toBeGreaterThan(0.98)
  })

  it('finds nothing among different ones', () => {
    expect(found(0, ['company', 'city', 'phones', 'emails', 'identifiers']).found).toBe(0)
    expect(found(0, ['company']).found).toBe(0)
  })
})

const dataset = (file: string): MatchRecord[] => febrlRecords(readFileSync(`${febrlFolder}/${file}`, 'utf8'))

describe.each(['dataset1.csv', 'dataset2.csv'])('Febrl: %s', { timeout: PATIENCE }, (file) => {
  const absent = !existsSync(`${febrlFolder}/${file}`)

  it.skipIf(absent)('F1 is at least 0.99 with default options', () => {
    const records = dataset(file)
    expect(qualityOf(records, findDuplicates(records)).f1).toBeGreaterThanOrEqual(0.995)
  })

  it.skipIf(absent)('F1 is at least 0.95 without identifiers', () => {
    const records = dataset(file).map((record) => ({ ...record, identifiers: [] }))
    expect(qualityOf(records, findDuplicates(records)).f1).toBeGreaterThanOrEqual(0.99)
  })
})
