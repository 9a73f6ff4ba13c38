import { type Book, valueAt, valuesAt } from '../book.ts'
import { AT } from '../model/fields.ts'

/** Passes whose keys alone make a pair worth comparing; of the others two are needed, in a large book. */
const STRONG = new Set([1, 2, 10, 20, 25, 30, 40])

/** Whether a key is one of a strong pass. */
export const isStrong = (key: number): boolean => (key & 1) === 1

/**
 * Hashes texts into 31 bits and one for strength (FNV-1a, Fowler, Noll and Vo). Two keys that fall together only cost a
 * comparison.
 */
const hash = (pass: number, first: string, second: string): number => {
  let value = Math.imul(0x811c9dc5 ^ pass, 0x01000193)
  for (let i = 0; i < first.length; i++) value = Math.imul(value ^ first.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ 0x1f, 0x01000193)
  for (let i = 0; i < second.length; i++) value = Math.imul(value ^ second.charCodeAt(i), 0x01000193)
  value ^= value >>> 15
  return (Math.imul(value, 0x2c1b3ca9) & ~1) | (STRONG.has(pass) ? 1 : 0)
}

const PHONE_END = 6
const PART = 3

/**
 * The blocking keys of a record: only records that share one are compared. Many cheap passes, each over other fields,
 * so that a pair is lost only if slips hit all of them (Christen 2012, “Data Matching”, chapter 4).
 */
export const blockingKeys = (book: Book, index: number): number[] => {
  const keys = new Set<number>()
  const add = (pass: number, first: string | undefined, second: string | undefined = ''): void => {
    if (first !== undefined && first !== '' && second !== undefined) keys.add(hash(pass, first, second))
  }
  const both = (pass: number, first: string | undefined, second: string | undefined): void => {
    if (second !== '') add(pass, first, second)
  }
  const given = book.names.get(valueAt(book, index, AT.given))
  const family = book.names.get(valueAt(book, index, AT.family))
  const company = book.companies.get(valueAt(book, index, AT.company))
  const street = book.streets.get(valueAt(book, index, AT.street))
  const city = book.places.get(valueAt(book, index, AT.city))
  const postcode = book.texts.get(valueAt(book, index, AT.postcode))
  const birthday = book.texts.get(valueAt(book, index, AT.birthday))

  // Names, in any order: as they sound, then one as written and a bit of the other.
  const stem = family?.stem?.stem ?? family?.loose
  if (given && family) {
    const [one, other] = [given.sound, family.sound].sort()
    both(1, one, other)
    const [first, last] = [given.consonants, family.consonants].sort()
    both(2, first, last)
    both(3, stem, given.loose.slice(0, 1))
    both(4, given.loose, family.loose.slice(0, PART))
    both(5, given.loose, family.loose.slice(-PART))
    both(3, given.loose, family.loose.slice(0, 1))
    both(6, family.sound, given.sound.slice(0, 1))
  }
  if (given === undefined || family === undefined) {
    const words = [...(given?.words ?? []), ...(family?.words ?? [])].sort()
    add(7, (given ?? family)?.sound)
    add(7, words.at(0))
    if (words.length > 1) add(7, words.at(-1))
    if (words.length === 2) both(3, words[0], words[1]?.slice(0, 1))
    if (words.length === 2) both(3, words[1], words[0]?.slice(0, 1))
  } else add(7, family.sound)
  if (given && family && family.words.length + given.words.length > 2)
    for (const word of [...given.words, ...family.words]) both(8, word, family.sound.slice(0, 1))

  add(10, birthday)
  if (birthday !== undefined) {
    const [month, day] = [birthday.slice(4, 6), birthday.slice(6)]
    if (month !== day) add(11, birthday.slice(0, 4), month < day ? month + day : day + month)
    both(12, birthday.slice(4), family?.sound)
    both(12, birthday.slice(4), given?.sound)
    both(13, birthday.slice(0, 6), postcode)
    both(14, birthday.slice(0, 6), given?.sound)
    both(15, birthday.slice(0, 4), family?.sound)
  }

  for (const id of valuesAt(book, index, AT.email)) {
    const email = book.emails.get(id)
    if (!email) continue
    add(20, email.local, email.domain)
    if (!email.role && email.local.length > PART) add(21, email.local.replace(/[._-]/g, ''))
    if (!email.free) both(22, email.domain, given?.sound ?? family?.sound)
  }
  for (const id of valuesAt(book, index, AT.phone)) {
    const phone = book.texts.key(id)
    add(25, phone.slice(-PHONE_END))
    both(26, phone.slice(0, -1), family?.sound ?? company?.sound)
  }
  for (const id of valuesAt(book, index, AT.identifier)) {
    const identifier = book.texts.key(id)
    add(30, identifier)
    both(31, identifier.slice(0, 4), family?.sound)
    both(32, identifier.slice(-4), given?.sound)
  }

  if (street && street.plain !== '') {
    both(40, street.sound, street.number)
    both(41, street.firstSound, postcode)
    both(42, street.firstSound, given?.sound)
    both(43, street.firstSound, family?.sound)
    both(44, street.firstSound, city?.sound)
    both(45, street.number, postcode)
  }
  both(50, postcode, given?.sound)
  both(51, postcode, family?.sound)
  both(52, city?.sound, family?.sound)
  both(53, city?.sound, given?.sound)
  both(54, postcode, city?.sound)

  if (company) {
    const words = [...company.words].sort((a, b) => b.length - a.length)
    add(60, company.sound)
    add(61, company.consonants)
    add(62, company.loose.slice(0, 5))
    add(63, words[0])
    both(64, words[0]?.slice(0, 4), city?.sound)
    both(65, company.sound, given?.sound ?? family?.sound)
  }
  // One block of all: its members are in order of their names, so neighbours there are compared, too.
  add(70, 'all')
  return [...keys]
}

/** Where a record stands among all in order of its name: neighbours are alike (Hernández and Stolfo 1995). */
export const orderKey = (book: Book, index: number): string => {
  const family = book.names.get(valueAt(book, index, AT.family))?.loose ?? ''
  const given = book.names.get(valueAt(book, index, AT.given))?.loose ?? ''
  const company = book.companies.get(valueAt(book, index, AT.company))?.loose ?? ''
  const email = book.emails.key(valuesAt(book, index, AT.email)[0] ?? 0)
  return `${family}\u0001${given}\u0001${company}\u0001${email}\u0001${book.texts.key(valueAt(book, index, AT.birthday))}`
}
