import { v7 as uuid } from 'uuid'

import {
  type Consent,
  type ConsentChannel,
  type Customer,
  consentTable,
  displayName,
  type LawfulBasis,
} from '../../../shared/domain/index.ts'
import type { Book } from '../../data/index.ts'

/** What is said of a statement beside what it is about. */
export type StatementDetails = { basis: LawfulBasis; how: string; evidence: string; at: string }

/** Nobody has said anything in the future: a slip in the year would outlast every later withdrawal. */
const pastOf = (at: string, now = new Date().toISOString()): string => (at < now ? at : now)

const entry = (
  { basis, how, evidence, at }: StatementDetails,
  purpose: string,
  channel: ConsentChannel,
  state: Consent['state'],
): Consent => ({
  purpose,
  channel,
  state,
  basis,
  at: pastOf(at),
  ...(how.trim() !== '' && { how: how.trim() }),
  ...(evidence.trim() !== '' && { evidence: evidence.trim() }),
})

/** The last one that is written with four digits of a year. */
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z')

type Consenting = Pick<Customer, 'consents'>

/**
 * A statement that withdraws. Statements count by their own time, so that a paper of last spring that is written down
 * today does not undo what was withdrawn in summer. Only a clock that ran ahead writes one of the future: this one comes
 * after that, or the person would be written to until then.
 */
const withdrawal = (
  customer: Consenting,
  details: StatementDetails,
  purpose: string,
  channel: ConsentChannel,
): Consent => {
  const statement = entry(details, purpose, channel, 'withdrawn')
  const held = consentTable(customer).find((one) => one.purpose === purpose && one.channel === channel)
  const ahead = held?.statement.at ?? ''
  const after = ahead > new Date().toISOString() ? Math.min(Date.parse(ahead) + 1, LAST_INSTANT) : Number.NaN
  return Number.isNaN(after) ? statement : { ...statement, at: new Date(after).toISOString() }
}

/** Statements that consent was given for a purpose by each channel, as entries of the field `consents`. */
export const givenEntries = (
  details: StatementDetails,
  purpose: string,
  channels: readonly ConsentChannel[],
): Record<string, Consent> =>
  Object.fromEntries(channels.map((channel) => [uuid(), entry(details, purpose, channel, 'given')]))

/** Statements that withdraw all that holds of `channels` now, by path; empty when nothing holds. */
const withdrawalPaths = (
  customer: Consenting,
  channels: readonly ConsentChannel[],
  at: string,
  how: string,
): Record<string, Consent> =>
  Object.fromEntries(
    consentTable(customer)
      .filter(({ channel, state }) => channels.includes(channel) && state !== 'withdrawn')
      .map(({ purpose, channel, statement: { basis } }) => [
        `consents/${uuid()}`,
        withdrawal(customer, { basis, how, evidence: '', at }, purpose, channel),
      ]),
  )

/** Adds one statement to a customer. */
export const recordConsent = (
  book: Book,
  customer: Customer,
  consent: StatementDetails & Pick<Consent, 'purpose' | 'channel' | 'state'>,
): Promise<unknown> =>
  book.write({ key: consent.state === 'given' ? 'consentChanged' : 'consentWithdrawn' }, (draft) =>
    draft.update('customers', customer.id, {
      consents: {
        [uuid()]:
          consent.state === 'withdrawn'
            ? withdrawal(customer, consent, consent.purpose, consent.channel)
            : entry(consent, consent.purpose, consent.channel, consent.state),
      },
    }),
  )

/**
 * Marks an address as one that does not work or does not want to be written to. Who unsubscribed withdraws by that
 * what was agreed to by e-mail, and for each of `purposes` it is written down.
 */
export const markEmail = (
  book: Book,
  customer: Customer,
  emailId: string,
  trouble: 'bounced' | 'unsubscribed' | undefined,
  purposes: readonly string[],
  how: string,
): Promise<unknown> =>
  book.write({ key: 'customerChanged', params: { name: displayName(customer) } }, async (draft) => {
    const email = customer.emails?.[emailId]
    if (email === undefined) return
    const { trouble: _, ...plain } = email
    await draft.update('customers', customer.id, {
      emails: { [emailId]: trouble === undefined ? plain : { ...plain, trouble } },
    })
    if (trouble !== 'unsubscribed') return
    const details = { basis: 'consent', how, evidence: email.value, at: new Date().toISOString() } as const
    await draft.update('customers', customer.id, {
      consents: Object.fromEntries(
        purposes.map((purpose) => [uuid(), withdrawal(customer, details, purpose, 'email')]),
      ),
    })
  })

/** Withdraws all that holds for many customers. @returns of how many something held */
export const withdrawAll = async (
  book: Book,
  ids: readonly string[],
  channels: readonly ConsentChannel[],
  how: string,
): Promise<number> => {
  let count = 0
  await book.write({ key: 'consentWithdrawn' }, (draft) =>
    draft.setPathsOfAll('customers', ids, (row, now) => {
      // Rows are what the noun's schema lets in.
      const paths = withdrawalPaths(row as unknown as Customer, channels, now, how)
      if (Object.keys(paths).length === 0) return undefined
      count += 1
      return paths
    }),
  )
  return count
}
