import { type Customer, displayName, orderedEntries } from '../domain/index.ts'

/** Someone as a blocklist knows them. `birthday` is `YYYY-MM-DD`. */
export type BlockSubject = {
  emails?: readonly string[]
  /** As typed or E.164. */
  phones?: readonly string[]
  name?: string | undefined
  birthday?: string | undefined
  /** ISO 3166-1 alpha-2: where phones without a country code are from. */
  country?: string | undefined
}

/** What the blocklist is to know of a customer. */
export const blockSubject = (
  customer: Pick<Customer, 'kind' | 'givenName' | 'familyName' | 'companyName' | 'emails' | 'phones' | 'birthday'>,
  country?: string,
): BlockSubject => ({
  emails: orderedEntries(customer.emails).map(({ value }) => value),
  phones: orderedEntries(customer.phones).map(({ e164, value }) => e164 ?? value),
  name: displayName(customer),
  birthday: customer.birthday,
  country,
})
