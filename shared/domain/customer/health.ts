import { checkEmail } from '../../email/index.ts'
import type { Customer } from './customer.ts'
import { orderedEntries } from './rules.ts'

/** How many e-mails are no addresses by their syntax, and phones no numbers that could be dialled. */
export const invalidContacts = ({ emails, phones }: Pick<Customer, 'emails' | 'phones'>): number | undefined => {
  const wrongEmails = Object.values(emails ?? {}).filter(({ value }) => !checkEmail(value).valid).length
  const wrongPhones = Object.values(phones ?? {}).filter(({ e164 }) => e164 === undefined).length
  return wrongEmails + wrongPhones || undefined
}

/** Why mail does not reach the first e-mail that has a trouble. */
export const emailTrouble = ({ emails }: Pick<Customer, 'emails'>): string | undefined =>
  orderedEntries(emails).find(({ trouble }) => trouble !== undefined)?.trouble

const KEPT = 'cleanup:'

/** The entry of `dismissed` that says: in the clean-up of this year it was decided to keep them. */
export const keptKey = (year: string): string => `${KEPT}${year}`

/** The last year of which it was decided to keep them. */
export const keptOf = ({ dismissed }: Pick<Customer, 'dismissed'>): string | undefined =>
  Object.keys(dismissed ?? {})
    .flatMap((key) => (key.startsWith(KEPT) ? [key.slice(KEPT.length)] : []))
    .sort()
    .at(-1)
