import { type Customer, displayName, orderedEntries } from '../domain/index.ts'
import { domainOf } from '../email/free-mail.ts'
import { countryOfPhone } from '../phone/index.ts'
import type { Knowledge } from './knowledge.ts'
import { salutationOf } from './salutation.ts'
import { languageOfCountry, languageOfName } from './script.ts'
import { type Reason, type Suggestion, type SuggestionKind, suggestionKey } from './suggestion.ts'

type Find = (customer: Customer, knowledge: Knowledge) => { value: string; reason: Reason } | undefined

const mainAddress = (customer: Customer) => orderedEntries(customer.addresses)[0]
const numbersOf = (customer: Customer): string[] => orderedEntries(customer.phones).flatMap(({ e164 }) => e164 ?? [])

const company: Find = (customer, knowledge) => {
  if (customer.kind === 'company' || customer.companyId !== undefined) return undefined
  for (const { value: email } of orderedEntries(customer.emails)) {
    const domain = domainOf(email)
    const found = domain === undefined ? undefined : knowledge.companyOfDomain(domain)
    if (domain !== undefined && found)
      return { value: found.value, reason: { code: 'emailDomain', params: { domain, count: found.count } } }
  }
  return undefined
}

const country: Find = (customer) => {
  if (mainAddress(customer)?.country !== undefined) return undefined
  for (const number of numbersOf(customer)) {
    const found = countryOfPhone(number)
    if (found) return { value: found.country, reason: { code: 'phonePrefix', params: { prefix: found.prefix } } }
  }
  return undefined
}

const region: Find = (customer, knowledge) => {
  if (mainAddress(customer)?.region !== undefined || customer.region !== undefined) return undefined
  for (const number of numbersOf(customer)) {
    const found = knowledge.regionOfPhone(number)
    if (found)
      return {
        value: found.value,
        reason: { code: 'areaCode', params: { prefix: found.prefix, count: found.count } },
      }
  }
  return undefined
}

const city: Find = (customer, knowledge) => {
  const { postcode, city: known, country: land } = mainAddress(customer) ?? {}
  if (postcode === undefined || known !== undefined) return undefined
  const found = knowledge.cityOfPostcode(postcode, land ?? '')
  return found && { value: found.value, reason: { code: 'postcode', params: { postcode, count: found.count } } }
}

const language: Find = (customer) => {
  if (customer.language !== undefined || customer.kind === 'company') return undefined
  const name = displayName(customer)
  const land = mainAddress(customer)?.country
  const byName = languageOfName(name, land)
  if (byName !== undefined) return { value: byName, reason: { code: 'script', params: { name } } }
  const byLand = land === undefined ? undefined : languageOfCountry(land)
  return byLand === undefined
    ? undefined
    : { value: byLand, reason: { code: 'countryOf', params: { country: land ?? '' } } }
}

const salutation: Find = (customer) => {
  if (customer.salutation !== undefined || customer.kind === 'company') return undefined
  const name = displayName(customer)
  const spoken = customer.language ?? languageOfName(name, mainAddress(customer)?.country)
  const value = spoken === undefined ? undefined : salutationOf(customer, spoken)
  return value === undefined ? undefined : { value, reason: { code: 'nameEnding', params: { name } } }
}

const finders: Record<SuggestionKind, Find> = { company, country, region, city, language, salutation }

/**
 * What taking a suggestion writes into the record as it is now, by path: a field, or a part of its main address, which
 * is made where there is none. Nothing where it was filled in meanwhile.
 */
export const pathsOf = (
  { kind, value }: Pick<Suggestion, 'kind' | 'value'>,
  customer: Customer,
  newId: () => string,
): Record<string, unknown> => {
  if (kind === 'company' || kind === 'language' || kind === 'salutation') {
    const field = kind === 'company' ? 'companyId' : kind
    return customer[field] === undefined ? { [field]: value } : {}
  }
  const { id, ...address } = mainAddress(customer) ?? { id: newId(), kind: 'billing' as const }
  if (kind in address) return {}
  return { [`addresses/${id}`]: { ...address, [kind]: value } }
}

/**
 * What the book could know of a customer from what it knows already, without a network. Never what is there, never
 * what someone set aside before.
 */
export const suggest = (customer: Customer, knowledge: Knowledge): Suggestion[] =>
  Object.entries(finders).flatMap(([name, find]) => {
    const kind = name as SuggestionKind
    const found = find(customer, knowledge)
    if (!found || found.value === customer.id) return []
    const key = suggestionKey(kind, found.value)
    if (customer.dismissed?.[key]) return []
    return [{ kind, key, ...found }]
  })
