import { z } from 'zod'

import { consentChannels } from '../domain/index.ts'
import { isEmail } from '../email/syntax.ts'
import { asciiDigits } from '../import/fold.ts'

/** The field that people do not see and programs fill in: whoever wrote into it is none of the former. */
export const HONEYPOT = 'website'

const LINK = /https?:|www\.|<\s*a\b/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: all but tab, line feed and carriage return.
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

/** Text of one line; one that only has blanks is none. A link in it is the mark of an advertisement. */
const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim())
    .refine((text) => !CONTROL.test(text) && !LINK.test(text))
    .transform((text) => text || undefined)
    .optional()

const email = z
  .string()
  .max(254)
  .transform((text) => text.trim())
  .refine((text) => text === '' || isEmail(text))
  .transform((text) => text || undefined)
  .optional()

const PHONE = /^\+?[\d\s()./-]{5,40}(?:(?:ext\.?|x)\s?\d{1,6})?$/i

const phone = z
  .string()
  .max(60)
  .transform((text) => text.trim())
  .refine((text) => text === '' || PHONE.test(asciiDigits(text)))
  .transform((text) => text || undefined)
  .optional()

const longText = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !CONTROL_IN_TEXT.test(text))
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())

/** Any ISO 8601 instant, as UTC. */
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())

const consent = z.object({
  /** An item of the owner's list of purposes: `newsletter` or `purpose:newsletter`. */
  purpose: z
    .string()
    .regex(/^[\w:-]{1,100}$/)
    .transform((key) => (key.startsWith('purpose:') ? key : `purpose:${key}`)),
  /** The very words that were ticked: the proof. */
  text: longText(1_000).refine((text) => text !== ''),
  channels: z.array(z.enum(consentChannels)).min(1).max(consentChannels.length).optional(),
  at: instant.optional(),
})

const MOST_CONSENTS = 5

/** What a form sends. Fields beside these are passed over. */
const messageSchema = z
  .object({
    name: line(200),
    givenName: line(200),
    familyName: line(200),
    company: line(300),
    email,
    phone,
    message: longText(10_000)
      .transform((text) => text || undefined)
      .optional(),
    consent: z
      .union([consent.transform((one) => [one]), z.array(consent).max(MOST_CONSENTS)])
      .optional()
      .transform((all) => all ?? []),
    /** Which page or form it was. */
    source: line(300),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
      .max(35)
      .optional(),
    at: instant.optional(),
    [HONEYPOT]: z.literal('').optional(),
  })
  .refine(({ name, givenName, familyName, company }) => name ?? givenName ?? familyName ?? company)
  .refine((message) => message.email ?? message.phone)

type Sent = z.output<typeof messageSchema>

/** One message of a web form, as it may be taken. Instants are ISO 8601 in UTC. */
export type IntakeMessage = Omit<Sent, 'name' | typeof HONEYPOT>

/** The last word of a whole name is the family name, unless it is the only one. */
const namesOf = ({ name, givenName, familyName }: Sent) => {
  if (name === undefined || givenName !== undefined || familyName !== undefined) return { givenName, familyName }
  const words = name.split(/\s+/)
  return words.length === 1
    ? { givenName: undefined, familyName: name }
    : { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) }
}

/**
 * Reads what a form left: anything at all may have been sent by anyone.
 * @returns undefined for what is odd: misses a name or any way to answer, is too long, or is the work of a program
 */
export const readMessage = (body: unknown): IntakeMessage | undefined => {
  const { success, data } = messageSchema.safeParse(body)
  if (!success) return undefined
  const { name: _name, [HONEYPOT]: _pot, ...message } = data
  return { ...message, ...namesOf(data) }
}
