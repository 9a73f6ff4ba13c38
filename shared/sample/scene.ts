import type { Customer } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import type { Place } from './markets/index.ts'
import type { Random } from './random.ts'

/** What every part of the sample is made with. */
export type Scene = {
  random: Random
  calendar: Calendar
  /** ISO 4217, of most deals. */
  currency: string
  /** BCP 47, of the book's owner. */
  language: string
  /** Item of the owner list. */
  owner: string | undefined
}

/** A person as the sample knows them, and since how many days. */
export type Contact = { customer: Customer; since: number }

/** A company with its people, or one private person: who one deals with. */
export type Account = {
  place: Place
  company: Customer | undefined
  people: Contact[]
  /** Days since the account was added. */
  since: number
  /** How often one hears from them, about 1. */
  vigor: number
  /** No contact during this many days. */
  silentFor: number
}

/** The person to talk to some days back: someone who was known by then. */
const personAt = ({ random }: Scene, account: Account, back: number): Customer | undefined => {
  const known = account.people.filter(({ since }) => since >= back)
  return known.length === 0 ? undefined : random.weighted(known, (contact) => 1 / (1 + known.indexOf(contact))).customer
}

/** The links of a record about an account some days back. */
export const linksAt = (scene: Scene, account: Account, back: number): { customerId?: string; companyId?: string } => {
  const person = personAt(scene, account, back)
  const companyId = account.company?.id
  if (person === undefined) return companyId === undefined ? {} : { customerId: companyId }
  return { customerId: person.id, ...(companyId !== undefined && { companyId }) }
}

/** A set field or none, for records whose absent fields are absent. */
export const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
