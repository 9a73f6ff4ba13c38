import type { Customer } from '../customer/customer.ts'
import type { Condition } from '../filter.ts'
import { type Consent, type ConsentChannel, consentChannels, type LawfulBasis, lawfulBases } from './consent.ts'

/** One statement with the id of its entry. */
export type Statement = Consent & { id: string }

/**
 * What holds now for one purpose and channel. `unfounded`: it was given, but on a basis that does not carry this
 * purpose.
 */
export type ConsentState = 'given' | 'withdrawn' | 'unfounded'
export type CurrentConsent = { purpose: string; channel: ConsentChannel; state: ConsentState; statement: Statement }

type Consenting = Pick<Customer, 'consents'>
type Reached = Consenting & Pick<Customer, 'emails' | 'phones' | 'addresses' | 'archivedAt' | 'deletedAt'>

/** Why someone may not be written to. */
type Refusal = 'noStatement' | 'withdrawn' | 'unfounded' | 'archived' | 'bounced' | 'unsubscribed' | 'noAddress'
export type Verdict = { may: true; because: Statement } | { may: false; because: Refusal }

/** The purpose that is no advertising: what has to be told to customers. */
const SERVICE_PURPOSE = 'purpose:service'

const forAnyPurpose = new Set<LawfulBasis>(['consent', 'contract', 'legitimateInterests'])

/** The bases that carry a purpose: a duty by law or the like is no ground for advertising. */
export const basesFor = (purpose: string): readonly LawfulBasis[] =>
  purpose === SERVICE_PURPOSE ? lawfulBases : lawfulBases.filter((basis) => forAnyPurpose.has(basis))

/** Whether an entry says what it is about and when; another device may have written anything. */
const isStatement = (entry: Partial<Consent> | undefined): entry is Consent =>
  typeof entry?.purpose === 'string' && typeof entry.channel === 'string' && typeof entry.at === 'string'

/** All statements about a customer, the latest first; of the same instant the one that was written later. */
export const consentHistory = ({ consents }: Consenting): Statement[] =>
  Object.entries(consents ?? {})
    .filter(([, entry]) => isStatement(entry))
    .map(([id, consent]) => ({ ...consent, id }))
    .sort((a, b) => (a.at === b.at ? order(b.id, a.id) : order(b.at, a.at)))

const order = (a: string, b: string): number => (a < b ? -1 : 1)

const stateOf = ({ state, basis, purpose }: Statement): ConsentState => {
  // What a newer version may say beside is no leave to write.
  if (state !== 'given') return 'withdrawn'
  return forAnyPurpose.has(basis) || purpose === SERVICE_PURPOSE ? 'given' : 'unfounded'
}

/** What holds now, once for each purpose and channel that anything was ever said about: the latest statement counts. */
export const consentTable = (customer: Consenting): CurrentConsent[] => {
  if (customer.consents === undefined) return []
  const current = new Map<string, CurrentConsent>()
  for (const statement of consentHistory(customer)) {
    const { purpose, channel } = statement
    const key = consentKey(purpose, channel)
    if (!current.has(key)) current.set(key, { purpose, channel, state: stateOf(statement), statement })
  }
  return [...current.values()]
}

const consentKey = (purpose: string, channel: ConsentChannel): string => `${purpose}:${channel}`

/** One value of the column `consents`: `<purpose>:<channel>:<state>`. */
export const consentValue = ({
  purpose,
  channel,
  state,
}: Pick<CurrentConsent, 'purpose' | 'channel' | 'state'>): string => `${consentKey(purpose, channel)}:${state}`

/** The values of the column `consents` of a customer. */
export const consentValues = (customer: Consenting): string[] => consentTable(customer).map(consentValue)

const VALUE = /^(?<purpose>.+):(?<channel>email|phone|message|post):(?<state>given|withdrawn|unfounded)$/

/** The inverse of `consentValue`; undefined for any other text. */
export const readConsentValue = (
  value: string,
): { purpose: string; channel: ConsentChannel; state: ConsentState } | undefined => {
  const { purpose, channel, state } = VALUE.exec(value)?.groups ?? {}
  const known = consentChannels.find((one) => one === channel)
  if (purpose === undefined || known === undefined) return undefined
  return { purpose, channel: known, state: state === 'given' || state === 'withdrawn' ? state : 'unfounded' }
}

/** What keeps from reaching someone by a channel, whatever they agreed to; undefined when nothing does. */
const unreachable = (customer: Reached, channel: ConsentChannel): Refusal | undefined => {
  if (channel === 'post') return Object.keys(customer.addresses ?? {}).length === 0 ? 'noAddress' : undefined
  if (channel !== 'email') return Object.keys(customer.phones ?? {}).length === 0 ? 'noAddress' : undefined
  const emails = Object.values(customer.emails ?? {})
  if (emails.some(({ trouble }) => trouble === undefined)) return undefined
  return emails.find(({ trouble }) => trouble === 'unsubscribed')?.trouble ?? emails[0]?.trouble ?? 'noAddress'
}

const judge = (customer: Reached, current: CurrentConsent | undefined, channel: ConsentChannel): Verdict => {
  if (customer.archivedAt !== undefined || customer.deletedAt !== undefined) return { may: false, because: 'archived' }
  if (current === undefined) return { may: false, because: 'noStatement' }
  if (current.state !== 'given') return { may: false, because: current.state }
  const because = unreachable(customer, channel)
  return because === undefined ? { may: true, because: current.statement } : { may: false, because }
}

/**
 * Whether a customer may be written to (called, messaged, mailed) for a purpose, and why. Nothing but a statement
 * allows it: having been imported, or being a customer, does not.
 */
export const mayContact = (customer: Reached, purpose: string, channel: ConsentChannel): Verdict => {
  const current = consentTable(customer).find((one) => one.purpose === purpose && one.channel === channel)
  return judge(customer, current, channel)
}

/** Whether a customer may be reached by a channel for any purpose at all. */
export const mayContactAtAll = (customer: Reached, channel: ConsentChannel): boolean =>
  consentTable(customer).some((current) => current.channel === channel && judge(customer, current, channel).may)

/** The columns of customers that say whether they may be reached by each channel, for any purpose. */
export const outreachColumns = { email: 'mayEmail', phone: 'mayCall', message: 'mayMessage', post: 'mayPost' } as const

/**
 * The filter that leaves only those who may be reached by a channel: exactly the customers of whom `mayContact` says
 * so, or, without a purpose, `mayContactAtAll`.
 */
export const outreachFilter = (purpose: string | undefined, channel: ConsentChannel): Condition[] => [
  { column: outreachColumns[channel], op: 'is', values: ['1'] },
  ...(purpose === undefined
    ? []
    : [{ column: 'consents', op: 'is' as const, values: [consentValue({ purpose, channel, state: 'given' })] }]),
]
