import type { Address, Email, Phone } from '../field.ts'
import type { Customer } from './customer.ts'

type Named = Pick<Customer, 'kind' | 'givenName' | 'familyName' | 'companyName'>

/** The name to show and sort by: given and family name, or the company's; '' when there is none. */
export const displayName = ({ kind, givenName, familyName, companyName }: Named): string => {
  const person = [givenName, familyName].filter(Boolean).join(' ')
  return (kind === 'company' ? companyName || person : person || companyName) ?? ''
}

const FIRST = 1
/** One or two letters for the picture of a customer without one; one in scripts whose letters join to words. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, /^\p{Script=Arabic}/u.test(name.trim()) ? 1 : 2)
    .map((word) => [...word].slice(0, FIRST).join('').toLocaleUpperCase())
    .join('')

/** The entries of a map-like field in the order they were added, the primary one first. */
export const orderedEntries = <E extends object>(map: Record<string, E> | undefined): (E & { id: string })[] =>
  Object.entries(map ?? {})
    .map(([id, entry]) => ({ ...entry, id }))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))

const rank = (entry: object): number => ('primary' in entry && entry.primary === true ? 0 : 1)

export const primaryEmail = (customer: Pick<Customer, 'emails'>): Email | undefined =>
  orderedEntries(customer.emails)[0]
export const primaryPhone = (customer: Pick<Customer, 'phones'>): Phone | undefined =>
  orderedEntries(customer.phones)[0]
export const mainAddress = (customer: Pick<Customer, 'addresses'>): Address | undefined =>
  orderedEntries(customer.addresses)[0]

/** A person needs a name of some kind, a company its own: the message key of what is missing, or undefined. */
export const missingName = (customer: Named): 'customer.error.noName' | undefined =>
  displayName(customer).trim() === '' ? 'customer.error.noName' : undefined
