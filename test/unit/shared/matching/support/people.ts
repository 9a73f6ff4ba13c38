import type { MatchRecord } from '../../../../../shared/matching/index.ts'
import type { Pool } from './pools.ts'
import type { Random } from './random.ts'

/** A made-up record whose every field is filled. */
export type Person = {
  id: string
  givenName: string
  familyName: string
  street: string
  city: string
  region: string
  postcode: string
  birthday: string
  emails: string[]
  phones: string[]
  identifiers: string[]
}
type Field = Exclude<keyof Person, 'id'>

const digits = (random: Random, length: number): string => Array.from({ length }, () => random.below(10)).join('')
const two = (value: number): string => String(value).padStart(2, '0')

export const personAt = (random: Random, pool: Pool, index: number): Person => {
  const year = 1930 + random.below(75)
  return {
    id: `rec-${index}-org`,
    givenName: random.common(pool.given),
    familyName: random.common(pool.families),
    street: pool.address(random.common(pool.streets), 1 + random.below(150)),
    city: random.common(pool.cities),
    region: random.pick(['north', 'south', 'east', 'west']),
    postcode: `${random.below(9) + 1}${digits(random, 4)}`,
    birthday: `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    emails: [`${digits(random, 3)}${index.toString(36)}@${random.pick(['gmail.com', 'example.com', 'mail.ru'])}`],
    phones: [`+370 6${digits(random, 7)}`],
    identifiers: [digits(random, 9)],
  }
}

/** The record with only some of its fields. */
export const only = (person: Person, fields: readonly Field[]): MatchRecord => ({
  id: person.id,
  ...Object.fromEntries(fields.map((field) => [field, person[field]])),
})
