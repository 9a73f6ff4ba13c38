import { v5 } from 'uuid'

import type { Consent, Customer, Interaction } from '../domain/index.ts'
import type { IntakeMessage } from './message.ts'

/** Ids of what becomes of messages are made of this and theirs (UUID version 5, RFC 9562). */
const NAMESPACE = 'b3a1c7d2-6f0e-5c34-9f57-2f6f1f6c9a10'

/**
 * The id of something that becomes of a message: the same on every device, so that two that take a message at once
 * make the same records.
 */
export const intakeId = (messageId: string, what: string): string => v5(JSON.stringify([messageId, what]), NAMESPACE)

/** A message with what the book adds to it. */
export type Incoming = {
  id: string
  message: IntakeMessage
  /** When it was taken, for what does not say when it was sent. */
  now: string
  /** The phone as a number, where it can be read as one. */
  e164?: string | undefined
}

const WEBSITE = 'source:website'
const SHORT = 500

/** When it was sent: never later than now, whatever a form says. */
const sentAt = ({ message, now }: Incoming, said = message.at): string =>
  said === undefined || said > now ? now : said

/** The statements that were ticked, by the ids of their entries; for each channel that was agreed to, or can be used. */
export const intakeConsents = (incoming: Incoming): Record<string, Consent> => {
  const { id, message } = incoming
  const reachable = message.email === undefined ? 'phone' : 'email'
  const entries = message.consent.flatMap(({ purpose, text, channels = [reachable], at }) =>
    channels.map((channel): [string, Consent] => [
      intakeId(id, `consent ${purpose} ${channel}`),
      {
        purpose,
        channel,
        state: 'given',
        basis: 'consent',
        at: sentAt(incoming, at ?? message.at),
        how: (message.source ?? 'web').slice(0, SHORT),
        evidence: `${text}\n(${id})`.slice(0, 2_000),
      },
    ]),
  )
  return Object.fromEntries(entries)
}

/** The lead that a message becomes. */
export const intakeCustomer = (
  incoming: Incoming,
  consents: Record<string, Consent>,
): Omit<Customer, 'createdBy' | 'deletedAt'> => {
  const { id, message, e164 } = incoming
  const { givenName, familyName, company, email, phone, language, source } = message
  const person = givenName !== undefined || familyName !== undefined
  return {
    id: intakeId(id, 'customer'),
    createdAt: sentAt(incoming),
    kind: person ? 'person' : 'company',
    status: 'lead',
    source: WEBSITE,
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    ...(company !== undefined && { companyName: company }),
    ...(email !== undefined && { emails: { [intakeId(id, 'email')]: { value: email } } }),
    ...(phone !== undefined && {
      phones: { [intakeId(id, 'phone')]: { value: phone, ...(e164 !== undefined && { e164 }) } },
    }),
    ...(language !== undefined && { language }),
    ...(source !== undefined && { sourceDetail: source }),
    ...(Object.keys(consents).length > 0 && { consents }),
  }
}

/** The message itself, as an interaction. `unrecorded`: statements that could not be recorded; their words are kept. */
export const intakeInteraction = (
  incoming: Incoming,
  customer: Pick<Customer, 'id' | 'kind' | 'companyId'>,
  unrecorded: readonly Consent[],
): Omit<Interaction, 'createdBy' | 'deletedAt'> => {
  const { id, message } = incoming
  const kept = unrecorded.map(({ purpose, evidence = '' }) => `[${purpose}] ${evidence}`)
  const text = [...(message.message === undefined ? [] : [message.message]), ...kept].join('\n\n')
  const at = sentAt(incoming)
  return {
    id: intakeId(id, 'interaction'),
    createdAt: at,
    at,
    channel: 'channel:email',
    direction: 'incoming',
    customerId: customer.id,
    ...(customer.kind === 'person' && customer.companyId !== undefined && { companyId: customer.companyId }),
    ...(message.source !== undefined && { subject: message.source }),
    ...(text !== '' && { text }),
  }
}
