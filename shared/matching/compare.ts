import { type Book, ROW } from './book.ts'
import { createPersonComparer } from './compare-person.ts'
import { type Remember, uncached } from './dictionary.ts'
import { AT, COMPARISONS, levelCodes, WIDTH } from './model/fields.ts'
import { createRepeats } from './repeats.ts'
import { compareBirthdays } from './values/birthday.ts'
import { compareCompanies } from './values/company.ts'
import { compareEmails } from './values/email.ts'
import { compareNames } from './values/name.ts'
import { compareIdentifiers, comparePhones, comparePostcodes } from './values/numbers.ts'
import { compareStreets } from './values/street.ts'

/**
 * How two records compare: for each of `COMPARISONS` the code of its level (0: nothing to compare), and how many
 * records hold the more frequent of the two values.
 */
export type Comparison = {
  levels: Uint8Array
  counts: Float64Array
  /** Whether both records fill the same fields. */
  sameFields: boolean
}

export const createComparison = (): Comparison => ({
  levels: new Uint8Array(COMPARISONS.length),
  counts: new Float64Array(COMPARISONS.length),
  sameFields: false,
})

export type Comparer = (a: number, b: number, into: Comparison) => void

const COUNTED = new Uint8Array(COMPARISONS.length * WIDTH)
for (const [at, { levels }] of COMPARISONS.entries()) {
  for (const [index, { rarity }] of levels.entries()) COUNTED[at * WIDTH + index + 1] = rarity ? 1 : 0
}

/** Levels of a place that names have and places have not. */
const PLACE_LEVELS: Readonly<Record<string, string>> = {
  nickname: 'similar',
  stem: 'close',
  sounds: 'close',
  initial: 'part',
}
const REGION_LEVELS: Readonly<Record<string, string>> = {
  transliterated: 'exact',
  close: 'close',
  part: 'close',
  stem: 'close',
}

/**
 * A comparer of the book's records by their indexes.
 * @param remember a `cachedPairs` to compare two values once, as long as the book forgets none of them; `uncached`
 *   where guests come and go
 */
export const createComparer = (book: Book, remember: Remember): Comparer => {
  const person = createPersonComparer(book, remember)
  const coded = (at: number, compare: (a: number, b: number) => string | undefined, keep = remember) => {
    const codes = levelCodes(at)
    const exact = codes.get('exact') ?? 0
    const cached = keep((a, b) => codes.get(compare(a, b) ?? '') ?? 0)
    return (a: number, b: number): number => (a === b ? exact : cached(a, b))
  }
  const read =
    <V>(get: (id: number) => V | undefined, compare: (a: V, b: V) => string | undefined) =>
    (a: number, b: number): string | undefined => {
      const [left, right] = [get(a), get(b)]
      return left === undefined || right === undefined ? undefined : compare(left, right)
    }
  const places = read(book.places.get, compareNames)
  const companies = read(book.companies.get, compareCompanies)
  const company = coded(AT.company, companies)
  const organisation = coded(AT.organisation, companies)
  const street = coded(AT.street, read(book.streets.get, compareStreets))
  const city = coded(AT.city, (a, b) => {
    const level = places(a, b) ?? ''
    return PLACE_LEVELS[level] ?? level
  })
  const region = coded(AT.region, (a, b) => {
    const level = places(a, b) ?? ''
    // Short ones are codes, which are all alike.
    const isLong = book.places.key(a).length > 3 && book.places.key(b).length > 3
    return level === 'similar' && isLong ? 'close' : (REGION_LEVELS[level] ?? 'differs')
  })
  const country = coded(AT.country, (a, b) => {
    const [left, right] = [book.places.key(a), book.places.key(b)]
    // A code beside a name says nothing.
    if (left.length <= 3 !== right.length <= 3) return undefined
    return places(a, b) === 'transliterated' ? 'exact' : 'differs'
  })
  /** Values that hardly repeat are not worth remembering. */
  const unlike = (at: number, compare: (a: string, b: string) => string | undefined) =>
    coded(at, read(book.texts.get, compare), uncached)
  const postcode = coded(AT.postcode, read(book.texts.get, comparePostcodes))
  const birthday = unlike(AT.birthday, compareBirthdays)
  const phone = unlike(AT.phone, comparePhones)
  const identifier = unlike(AT.identifier, compareIdentifiers)
  const differentEmail = coded(AT.email, read(book.emails.get, compareEmails))
  const sharedEmail = levelCodes(AT.email).get('shared') ?? 0
  const email = (a: number, b: number): number =>
    a === b && book.emails.get(a)?.role === true ? sharedEmail : differentEmail(a, b)

  const { rows, lists, counts } = book
  /** How many hold the value matters where a common one says less, which is where both are the same or nearly. */
  const held = (at: number, code: number, left: number, right: number): number => {
    const count = COUNTED[at * WIDTH + code] === 1 ? counts[at] : undefined
    return count === undefined ? 0 : Math.max(count.of(left), count.of(right))
  }
  const one = (at: number, from: number, compare: typeof city, a: number, b: number, into: Comparison): void => {
    const left = rows[a * ROW + from] ?? 0
    const right = rows[b * ROW + from] ?? 0
    const code = left === 0 || right === 0 ? 0 : compare(left, right)
    into.levels[at] = code
    into.counts[at] = held(from, code, left, right)
  }
  /** The strongest level of any two values, the rarest where several are equal. */
  const bestOf = (
    at: number,
    compare: typeof city,
    lefts: readonly number[],
    rights: readonly number[],
    into: Comparison,
  ): void => {
    let level = 0
    let least = 0
    for (const left of lefts) {
      for (const right of rights) {
        const found = compare(left, right)
        const count = held(at, found, left, right)
        if (found === 0 || (level !== 0 && (found > level || (found === level && count >= least)))) continue
        level = found
        least = count
      }
    }
    into.levels[at] = level
    into.counts[at] = least
  }
  const best = (at: number, compare: typeof city, a: number, b: number, into: Comparison): void => {
    const left = rows[a * ROW + at] ?? 0
    const right = rows[b * ROW + at] ?? 0
    if (left >= 0 && right >= 0) one(at, at, compare, a, b, into)
    else
      bestOf(at, compare, left < 0 ? (lists[-left] ?? []) : [left], right < 0 ? (lists[-right] ?? []) : [right], into)
  }
  const weighRepeats = createRepeats(book)
  const isNamed = (index: number): boolean =>
    (rows[index * ROW + AT.given] ?? 0) + (rows[index * ROW + AT.family] ?? 0) !== 0

  const sameFields = (a: number, b: number): boolean => {
    for (let at = 0; at < ROW; at++) if ((rows[a * ROW + at] === 0) !== (rows[b * ROW + at] === 0)) return false
    return true
  }

  return (a, b, into) => {
    person(a, b, into)
    into.sameFields = sameFields(a, b)
    into.levels[AT.company] = 0
    into.levels[AT.organisation] = 0
    if (isNamed(a) || isNamed(b)) one(AT.company, AT.company, company, a, b, into)
    else one(AT.organisation, AT.company, organisation, a, b, into)
    one(AT.street, AT.street, street, a, b, into)
    one(AT.city, AT.city, city, a, b, into)
    one(AT.region, AT.region, region, a, b, into)
    one(AT.postcode, AT.postcode, postcode, a, b, into)
    one(AT.country, AT.country, country, a, b, into)
    one(AT.birthday, AT.birthday, birthday, a, b, into)
    best(AT.email, email, a, b, into)
    weighRepeats(a, b, into)
    best(AT.phone, phone, a, b, into)
    best(AT.identifier, identifier, a, b, into)
  }
}
