import { describe, expect, it } from 'vitest'

import { findDuplicates, type MatchRecord } from '../../../../shared/matching/index.ts'

const given = ['Anna', 'Peter', 'Maria', 'Jonas', 'Lena', 'Oliver', 'Emma', 'Karl', 'Ruta', 'Simon']
const family = ['Berg', 'Hansen', 'Novak', 'Murphy', 'Schmidt', 'Rossi', 'Weber', 'Dubois', 'Larsen', 'Conti']

/** A hundred people, each with a name of their own. */
const crowd: MatchRecord[] = given.flatMap((givenName, at) =>
  family.map((familyName, index) => ({
    id: `${at}-${index}`,
    givenName,
    familyName,
    emails: [`${givenName}.${familyName}@firm${at}${index}.example`.toLowerCase()],
    phones: [`+4930${1_000_000 + at * 7_919 + index * 104_729}`],
  })),
)

const chance = (a: Partial<MatchRecord>, b: Partial<MatchRecord>): number =>
  findDuplicates([...crowd, { id: 'a', ...a }, { id: 'b', ...b }], { threshold: 0 }).find(
    (pair) => pair.a === 'a' && pair.b === 'b',
  )?.probability ?? 0

describe('two of one name with the same e-mail name at two firms', () => {
  const at = (local: string, firm: string, phone: string, name: Partial<MatchRecord>): Partial<MatchRecord> => ({
    ...name,
    emails: [`${local}@${firm}.example`],
    phones: [phone],
  })

  it.each([
    ['james.campbell', { givenName: 'James', familyName: 'Campbell' }],
    ['jcampbell', { givenName: 'James', familyName: 'Campbell' }],
    ['maryam.kazemi', { givenName: 'مریم', familyName: 'کاظمی' }],
    ['reza.mousavi', { givenName: 'رضا', familyName: 'موسوی' }],
    ['ali.mousavi', { givenName: 'علی', familyName: 'موسوی' }],
    ['amousavi', { givenName: 'علی', familyName: 'موسوی' }],
  ])('are not nearly certain where %s only says the name again', (local, name) => {
    const [one, other] = [at(local, 'oak', '+442079460001', name), at(local, 'elm', '+441314960002', name)]
    expect(chance(one, other)).toBeLessThan(0.95)
  })

  it('are more likely one where the e-mail name is their own', () => {
    const name = { givenName: 'James', familyName: 'Campbell' }
    const pair = (local: string) =>
      chance(at(local, 'oak', '+442079460001', name), at(local, 'elm', '+441314960002', name))
    expect(pair('bluebird77')).toBeGreaterThan(pair('james.campbell'))
    expect(pair('bluebird77')).toBeGreaterThan(0.95)
  })
})

describe('two at one firm whose given names sound alike', () => {
  const at = (givenName: string, email: string, phone: string): Partial<MatchRecord> => ({
    givenName,
    familyName: 'Mägi',
    company: 'Saare Mööbel OÜ',
    emails: [email],
    phones: [phone],
  })
  const piret = at('Piret', 'piret.maegi@saare.example', '+37256536783')

  it('are two where each e-mail name has the own given name', () => {
    expect(chance(at('Priit', 'priit.maegi@saare.example', '+37256160890'), piret)).toBeLessThan(0.9)
  })

  it('may be one where an e-mail name says both', () => {
    expect(chance(at('Priit', 'piret.m@saare.example', '+37256160890'), piret)).toBeGreaterThan(0.95)
  })
})
