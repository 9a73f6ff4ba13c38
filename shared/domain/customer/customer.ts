import { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

export const customerKinds = ['person', 'company'] as const
export const customerStatuses = ['lead', 'prospect', 'customer', 'former', 'disqualified'] as const

/** A person or a company: one table, told apart by `kind`. */
export const customers = defineNoun('customers', {
  kind: required(field.option(customerKinds, { group: 'identity', column: 'optional' })),
  givenName: field.text({ group: 'identity', search: true, column: 'optional' }),
  familyName: field.text({ group: 'identity', search: true, column: 'optional' }),
  /** The company's own name; for a person whose company is no record, its name as text. */
  companyName: field.text({ group: 'identity', search: true }),
  companyId: field.link('customers', { group: 'identity', column: 'default' }),
  role: field.text({ group: 'identity', column: 'optional' }),
  status: required(field.option(customerStatuses, { group: 'identity', column: 'default' })),
  emails: field.emails({ group: 'reach', search: true, column: 'optional' }),
  phones: field.phones({ group: 'reach', search: true, column: 'default' }),
  addresses: field.addresses({ group: 'reach', column: 'optional' }),
  website: field.url({ group: 'reach', column: 'optional' }),
  preferredChannel: field.choice('channel', { group: 'reach', column: 'optional' }),
  language: field.language({ group: 'profile', column: 'optional' }),
  /** How to begin a letter. */
  salutation: field.text({ group: 'profile', column: 'optional' }),
  birthday: field.day({ group: 'profile', column: 'optional' }),
  interests: field.text({ group: 'profile', search: true, column: 'optional' }),
  tags: field.tags({ group: 'profile', search: true, column: 'optional' }),
  source: field.choice('source', { group: 'business', column: 'optional' }),
  /** Where exactly: the fair and hall, the page, the person who referred. */
  sourceDetail: field.text({ group: 'business', column: 'optional' }),
  industry: field.choice('industry', { group: 'business', column: 'optional' }),
  size: field.choice('size', { group: 'business', column: 'optional' }),
  region: field.text({ group: 'business', column: 'optional' }),
  /** The company's registration number, or a person's number where one may be kept. */
  registrationNumber: field.text({ group: 'business', search: true, column: 'optional' }),
  vatNumber: field.text({ group: 'business', search: true, column: 'optional' }),
  owner: field.choice('owner', { group: 'business', column: 'optional' }),
  /** Known from elsewhere; the list shows the later of this and the interactions. */
  lastContactAt: field.instant({ group: 'business' }),
  /** Whether they may be written to, and why. */
  consents: field.consents({ group: 'business', system: true, column: 'optional' }),
  /** Out of the way since: kept, found on demand. */
  archivedAt: field.instant({ group: 'system', system: true, column: 'optional' }),
  /** Of one in the trash: the record that it was merged into. */
  mergedInto: field.link('customers', { group: 'system', system: true }),
  /** Suggestions that someone did not want, by their key. */
  dismissed: field.data(z.record(z.string().min(1).max(300), z.literal(true))),
  notes: field.longText({ group: 'notes', search: true }),
})

export type Customer = z.infer<typeof customers.schema>
export type CustomerKind = (typeof customerKinds)[number]
export type CustomerStatus = (typeof customerStatuses)[number]
