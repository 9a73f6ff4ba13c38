import type { Customer } from '../domain/index.ts'
import { companyKey, nameKey } from './fold.ts'
import type { Incoming } from './incoming.ts'

/** What is compared of a customer of the book. */
export type MatchKey = {
  id: string
  kind: string
  given: string
  family: string
  /** Name key of the company, own or a person's. */
  company: string
  emails: readonly string[]
  phones: readonly string[]
}

export type MatchIndex = {
  add: (key: MatchKey) => void
  /** The customer that a row is about. `taken` are those that other rows of the file are about. */
  find: (wanted: Omit<MatchKey, 'id'>, taken: ReadonlySet<string>) => string | undefined
  /** The company record of this name. */
  company: (name: string) => string | undefined
}

const emailKey = (value: string) => value.trim().toLowerCase()

/** The keys of a customer. `companyName` is of the linked company, where there is one. */
export const matchKeyOf = (customer: Customer, companyName: string | undefined): MatchKey => ({
  id: customer.id,
  kind: customer.kind,
  given: nameKey(customer.givenName),
  family: nameKey(customer.familyName),
  company: companyKey(companyName ?? customer.companyName ?? ''),
  emails: Object.values(customer.emails ?? {}).map(({ value }) => emailKey(value)),
  phones: Object.values(customer.phones ?? {}).flatMap(({ e164 }) => e164 ?? []),
})

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The keys of a row. */
export const matchKeyOfRow = ({ values, emails, phones, company }: Incoming): Omit<MatchKey, 'id'> => ({
  kind: textOf(values['kind']) ?? 'person',
  given: nameKey(textOf(values['givenName'])),
  family: nameKey(textOf(values['familyName'])),
  company: companyKey(company ?? textOf(values['companyName']) ?? ''),
  emails: emails.map(({ value }) => emailKey(value)),
  phones: phones.flatMap(({ e164 }) => e164 ?? []),
})

type Names = Pick<MatchKey, 'kind' | 'given' | 'family' | 'company'>
const fullName = ({ kind, given, family, company }: Names) =>
  kind === 'company' ? company || `${given} ${family}`.trim() : `${given} ${family}`.trim()
const isNameless = (names: Names) => fullName(names) === ''
const sameName = (a: Names, b: Names) => fullName(a) === fullName(b)
const differs = (a: string, b: string) => a !== '' && b !== '' && a !== b
/** No part of one name speaks against the other. */
const agree = (a: Names, b: Names) =>
  a.kind === 'company' ? sameName(a, b) : !differs(a.given, b.given) && !differs(a.family, b.family)
/** One part of the name is the same: a new family name, another form of the given one. */
const akin = (a: Names, b: Names) =>
  a.kind === 'company' ||
  isNameless(a) ||
  isNameless(b) ||
  (a.given !== '' && a.given === b.given) ||
  (a.family !== '' && a.family === b.family)
const apart = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value))

/**
 * Customers by e-mail, phone, and name with company. An e-mail or phone that people share joins only those whose names
 * agree: overwriting one with another loses more than a second record does.
 */
export const createMatchIndex = (): MatchIndex => {
  const byEmail = new Map<string, MatchKey[]>()
  const byPhone = new Map<string, MatchKey[]>()
  const byName = new Map<string, MatchKey[]>()
  const companies = new Map<string, string>()
  const put = (map: Map<string, MatchKey[]>, value: string, key: MatchKey) => {
    const held = map.get(value)
    if (!held) map.set(value, [key])
    else if (!held.includes(key)) held.push(key)
  }
  const all = (map: Map<string, MatchKey[]>, values: readonly string[]) =>
    values.flatMap((value) => map.get(value) ?? [])
  return {
    add: (key) => {
      for (const email of key.emails) put(byEmail, email, key)
      for (const phone of key.phones) put(byPhone, phone, key)
      if (!isNameless(key)) put(byName, `${key.kind}/${fullName(key)}`, key)
      if (key.kind === 'company' && key.company !== '' && !companies.has(key.company))
        companies.set(key.company, key.id)
    },
    find: (wanted, taken) => {
      const free = (key: MatchKey) => !taken.has(key.id) || sameName(key, wanted)
      const kind = (key: MatchKey) => key.kind === wanted.kind
      const emailed = all(byEmail, wanted.emails).filter((key) => kind(key) && free(key))
      const phoned = all(byPhone, wanted.phones).filter((key) => kind(key) && free(key))
      const named = isNameless(wanted)
        ? []
        : (byName.get(`${wanted.kind}/${fullName(wanted)}`) ?? []).filter(
            (key) =>
              key.company === wanted.company &&
              (wanted.company !== '' || !(apart(key.emails, wanted.emails) || apart(key.phones, wanted.phones))),
          )
      return (
        emailed.find((key) => sameName(key, wanted)) ??
        emailed.find((key) => akin(key, wanted)) ??
        phoned.find((key) => sameName(key, wanted)) ??
        phoned.find((key) => agree(key, wanted)) ??
        named[0]
      )?.id
    },
    company: (name) => companies.get(companyKey(name)),
  }
}
