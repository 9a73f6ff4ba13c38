import { type Customer, displayName, orderedEntries } from '../domain/index.ts'
import { addToMatcher, createMatcher, findSimilar, type Matcher, type MatchRecord } from '../matching/index.ts'

/** A record that a row may be about though it does not match it surely. */
export type LikelyRecord = {
  id: string
  probability: number
  reasons: readonly { field: string; level: string; weight: number }[]
}

/** Asks who in the book, and among the rows so far, is like a row. */
export type Likely = {
  /** Tells a customer of the book, before the first question. */
  learn: (customer: Customer) => void
  /** Tells what a row has made. */
  add: (customer: Customer) => void
  find: (customer: Customer) => LikelyRecord[]
}

const THRESHOLD = 0.7
const LIMIT = 3

/** What is compared of a customer. */
const recordOf = (customer: Customer): MatchRecord => {
  const address = orderedEntries(customer.addresses)[0]
  return {
    id: customer.id,
    givenName: customer.givenName,
    familyName: customer.familyName,
    company: customer.companyName,
    emails: orderedEntries(customer.emails).map(({ value }) => value),
    phones: orderedEntries(customer.phones).map(({ value, e164 }) => e164 ?? value),
    street: address?.street,
    city: address?.city,
    region: address?.region,
    postcode: address?.postcode,
    country: address?.country,
    birthday: customer.birthday,
    identifiers: [customer.registrationNumber, customer.vatNumber].filter((value) => value !== undefined),
  }
}

/** `kindOf` tells people from companies: one is never a duplicate of the other. */
export const createLikely = (kindOf: (id: string) => string | undefined): Likely => {
  const names = new Map<string, string>()
  let waiting: { record: MatchRecord; companyId: string | undefined }[] = []
  let matcher: Matcher | undefined
  const withCompany = (record: MatchRecord, companyId: string | undefined): MatchRecord =>
    record.company !== undefined || companyId === undefined ? record : { ...record, company: names.get(companyId) }
  const note = (customer: Customer) => {
    if (customer.kind === 'company') names.set(customer.id, displayName(customer))
  }
  const ready = (): Matcher => {
    matcher ??= createMatcher(waiting.map(({ record, companyId }) => withCompany(record, companyId)))
    waiting = []
    return matcher
  }
  return {
    learn: (customer) => {
      note(customer)
      waiting.push({ record: recordOf(customer), companyId: customer.companyId })
    },
    add: (customer) => {
      note(customer)
      addToMatcher(ready(), withCompany(recordOf(customer), customer.companyId))
    },
    find: (customer) =>
      findSimilar(ready(), withCompany(recordOf(customer), customer.companyId), LIMIT, THRESHOLD).filter(
        ({ id }) => kindOf(id) === customer.kind,
      ),
  }
}
