import { describe, expect, it, vi } from 'vitest'

import {
  addToMatcher,
  createMatcher,
  findDuplicates,
  findSimilar,
  type MatchRecord,
  removeFromMatcher,
} from '../../../../shared/matching/index.ts'
import { makeBook } from './support/book.ts'

vi.setConfig({ testTimeout: 60_000 })

const people = makeBook({ seed: 3, pool: 'lt', people: 400, copied: 40, most: 1, changes: 2, perField: 1 })
const jonas: MatchRecord = {
  id: 'jonas',
  givenName: 'Jonas',
  familyName: 'Žemgulys',
  emails: ['jonas@zemgulys.lt'],
  phones: ['+370 612 34567'],
}
const idsLike = (matcher: ReturnType<typeof createMatcher>, record: Omit<MatchRecord, 'id'>): string[] =>
  findSimilar(matcher, { ...record, id: 'typed' }).map(({ id }) => id)

describe('a matcher', () => {
  it('finds who a typed record may be, with reasons', () => {
    const matcher = createMatcher([...people, jonas])
    const [first] = findSimilar(matcher, {
      id: 'typed',
      givenName: 'Jonas',
      familyName: 'Zemgulis',
      phones: ['861234567'],
    })
    expect(first?.id).toBe('jonas')
    expect(first?.reasons.map(({ field }) => field)).toContain('phone')
  })

  it('agrees with the search of the whole book', () => {
    const matcher = createMatcher(people)
    const pairs = findDuplicates(people)
    expect(pairs.length).toBeGreaterThan(30)
    for (const { a, b } of pairs) {
      const record = people.find(({ id }) => id === a)
      expect(record && findSimilar(matcher, record).map(({ id }) => id)).toContain(b)
    }
  })

  it('does not find a record like itself, or someone removed', () => {
    const matcher = createMatcher([...people, jonas])
    expect(findSimilar(matcher, jonas)).toEqual([])
    expect(idsLike(matcher, jonas)).toEqual(['jonas'])
    removeFromMatcher(matcher, 'jonas')
    removeFromMatcher(matcher, 'nobody')
    expect(idsLike(matcher, jonas)).toEqual([])
  })

  it('finds records added since, also after it has put itself in order anew', () => {
    const matcher = createMatcher(people)
    addToMatcher(matcher, jonas)
    expect(idsLike(matcher, jonas)).toEqual(['jonas'])
    for (const person of makeBook({ seed: 4, pool: 'de', people: 700, copied: 0, most: 1, changes: 0, perField: 1 })) {
      addToMatcher(matcher, { ...person, id: `new ${person.id}` })
    }
    expect(idsLike(matcher, jonas)).toEqual(['jonas'])
  })

  it('takes the record of an id in the place of the one before', () => {
    const matcher = createMatcher([...people, jonas])
    addToMatcher(matcher, { ...jonas, emails: ['other@elsewhere.lt'], phones: [], familyName: 'Mockus' })
    expect(idsLike(matcher, { phones: jonas.phones, familyName: 'Žemgulys' })).toEqual([])
    expect(idsLike(matcher, { emails: ['other@elsewhere.lt'] })).toEqual(['jonas'])
  })

  it('forgets what was asked', () => {
    const matcher = createMatcher(people)
    const asked = { id: 'typed', givenName: 'Qwertius', familyName: 'Uiopauskas', emails: ['q@uiop.lt', 'w@uiop.lt'] }
    const answer = findSimilar(matcher, people[5] ?? jonas, 5, 0)
    findSimilar(matcher, asked)
    findSimilar(matcher, { ...asked, familyName: 'Uiopauskis' })
    expect(findSimilar(matcher, asked)).toEqual([])
    expect(findSimilar(matcher, people[5] ?? jonas, 5, 0)).toEqual(answer)
  })

  it('gives the likeliest first, and no more than asked', () => {
    const matcher = createMatcher(Array.from({ length: 8 }, (_, index) => ({ ...jonas, id: `j${index}` })))
    const found = findSimilar(matcher, { ...jonas, id: 'typed' }, 3)
    expect(found).toHaveLength(3)
    expect(found.map(({ probability }) => probability)).toEqual(
      found.map(({ probability }) => probability).sort((a, b) => b - a),
    )
  })
})
