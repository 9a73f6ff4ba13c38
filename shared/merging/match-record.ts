import type { Catalog, Customer } from '../domain/index.ts'
import { mainAddress, orderedEntries, plainCatalog } from '../domain/index.ts'
import type { MatchRecord } from '../matching/types.ts'

/** What is compared of a customer; the rest of the record is not needed. */
export type MatchSource = Pick<
  Customer,
  | 'id'
  | 'kind'
  | 'givenName'
  | 'familyName'
  | 'companyName'
  | 'companyId'
  | 'emails'
  | 'phones'
  | 'addresses'
  | 'birthday'
  | 'registrationNumber'
  | 'vatNumber'
>

const ownNumbers = (customer: object, { own }: Catalog): string[] =>
  own
    .filter(({ unique, scope }) => unique === true && scope !== 'deals')
    .flatMap(({ id }) => {
      const value: unknown = Reflect.get(customer, id)
      return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
    })

const present = (values: readonly (string | undefined)[]): string[] =>
  values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [value]))

/**
 * What the matcher knows of a customer.
 * @param companyName of the linked company, where there is one
 * @param catalog its unique fields of one's own count as identifiers
 */
export const matchRecordOf = (
  customer: MatchSource,
  companyName?: string,
  catalog: Catalog = plainCatalog,
): MatchRecord => {
  const isPerson = customer.kind === 'person'
  const { id, birthday, registrationNumber, vatNumber } = customer
  const { street, city, region, postcode, country } = mainAddress(customer) ?? {}
  return {
    id,
    ...(isPerson && { givenName: customer.givenName, familyName: customer.familyName, birthday }),
    company: (isPerson ? companyName : undefined) ?? customer.companyName,
    emails: orderedEntries(customer.emails).map(({ value }) => value),
    phones: orderedEntries(customer.phones).map(({ value, e164 }) => e164 ?? value),
    street,
    city,
    region,
    postcode,
    country,
    identifiers: present([registrationNumber, vatNumber, ...ownNumbers(customer, catalog)]),
  }
}
