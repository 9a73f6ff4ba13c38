import { type Counts, createCounts, createDictionary, type Dictionary } from './dictionary.ts'
import { AT, COMPARISONS } from './model/fields.ts'
import type { MatchRecord } from './types.ts'
import { birthdayKeyOf } from './values/birthday.ts'
import { type CompanyValue, companyKeyOf, readCompany } from './values/company.ts'
import { type EmailValue, emailKeyOf, readEmail } from './values/email.ts'
import { type NameValue, nameKeyOf, readName } from './values/name.ts'
import { identifierKeyOf, phoneKeyOf, postcodeKeyOf } from './values/numbers.ts'
import { readStreet, type StreetValue, streetKeyOf } from './values/street.ts'

/** The records as rows of numbers, each distinct value made ready for comparing once. */
export type Book = {
  ids: string[]
  /** Records removed since keep their place, but are no longer looked at. */
  gone: Set<number>
  names: Dictionary<NameValue>
  places: Dictionary<NameValue>
  companies: Dictionary<CompanyValue>
  streets: Dictionary<StreetValue>
  emails: Dictionary<EmailValue>
  texts: Dictionary<string>
  /**
   * The values of record r, by comparison: rows[r * ROW + AT.given] and so on. One record's values lie together, since
   * comparing is as fast as the memory. 0 is no value, -k several, which are in lists[k].
   */
  rows: number[]
  lists: (readonly number[])[]
  /** How many records hold a value, for each comparison. */
  counts: readonly Counts[]
}

export const ROW = COMPARISONS.length
const NONE: readonly number[] = []
/** More are no person's: what is beyond is not looked at. */
const MOST_VALUES = 50

export const createBook = (): Book => ({
  ids: [],
  gone: new Set(),
  names: createDictionary(readName),
  places: createDictionary(readName),
  companies: createDictionary(readCompany),
  streets: createDictionary(readStreet),
  emails: createDictionary(readEmail),
  texts: createDictionary((key) => key),
  rows: [],
  lists: [NONE],
  counts: COMPARISONS.map(createCounts),
})

/** The value of a record for a comparison that has one at most; 0 if there is none. */
export const valueAt = (book: Book, index: number, at: number): number => book.rows[index * ROW + at] ?? 0

/** All values of a record for a comparison. */
export const valuesAt = (book: Book, index: number, at: number): readonly number[] => {
  const value = valueAt(book, index, at)
  return value < 0 ? (book.lists[-value] ?? NONE) : value === 0 ? NONE : [value]
}

const count = (book: Book, index: number, by: 1 | -1): void => {
  for (const [at, counts] of book.counts.entries()) for (const id of valuesAt(book, index, at)) counts.add(id, by)
}

const packed = (book: Book, values: readonly string[] | undefined, intern: (value: string) => number): number => {
  const ids = new Set<number>()
  for (const value of values?.slice(0, MOST_VALUES) ?? []) ids.add(intern(value))
  ids.delete(0)
  if (ids.size > 1) return 1 - book.lists.push([...ids])
  for (const id of ids) return id
  return 0
}

/** Puts a record at the end of the rows without counting its values. Gives its index. */
const place = (book: Book, record: MatchRecord): number => {
  const { names, places, companies, streets, emails, texts, rows } = book
  const start = rows.length
  for (let at = 0; at < ROW; at++) rows.push(0)
  rows[start + AT.given] = names.intern(nameKeyOf(record.givenName ?? ''))
  rows[start + AT.family] = names.intern(nameKeyOf(record.familyName ?? ''))
  rows[start + AT.company] = companies.intern(companyKeyOf(record.company ?? ''))
  rows[start + AT.street] = streets.intern(streetKeyOf(record.street ?? ''))
  rows[start + AT.city] = places.intern(nameKeyOf(record.city ?? ''))
  rows[start + AT.region] = places.intern(nameKeyOf(record.region ?? ''))
  rows[start + AT.country] = places.intern(nameKeyOf(record.country ?? ''))
  rows[start + AT.postcode] = texts.intern(postcodeKeyOf(record.postcode ?? ''))
  rows[start + AT.birthday] = texts.intern(birthdayKeyOf(record.birthday ?? ''))
  rows[start + AT.email] = packed(book, record.emails, (email) => emails.intern(emailKeyOf(email)))
  rows[start + AT.phone] = packed(book, record.phones, (phone) => texts.intern(phoneKeyOf(phone)))
  rows[start + AT.identifier] = packed(book, record.identifiers, (text) => texts.intern(identifierKeyOf(text)))
  return book.ids.push(record.id) - 1
}

/** Adds a record and gives its index. */
export const addRecord = (book: Book, record: MatchRecord): number => {
  const index = place(book, record)
  count(book, index, 1)
  return index
}

export const removeRecord = (book: Book, index: number): void => {
  if (book.gone.has(index)) return
  book.gone.add(index)
  count(book, index, -1)
}

/** Runs something with a record at the end of the book, then takes it out again with all that it brought. */
export const withGuest = <T>(book: Book, record: MatchRecord, run: (index: number) => T): T => {
  const dictionaries = [book.names, book.places, book.companies, book.streets, book.emails, book.texts]
  const sizes = dictionaries.map((dictionary) => dictionary.size())
  const lists = book.lists.length
  const index = place(book, record)
  try {
    return run(index)
  } finally {
    book.ids.length = index
    book.rows.length = index * ROW
    book.lists.length = lists
    for (const [at, dictionary] of dictionaries.entries()) dictionary.shrink(sizes[at] ?? dictionary.size())
  }
}
