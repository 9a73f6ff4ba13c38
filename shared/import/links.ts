import { readPhone } from '../phone/index.ts'
import type { Incoming, LinkWish } from './incoming.ts'
import type { MatchIndex, MatchKey } from './match.ts'
import { type LinkPath, linkKeys } from './paths.ts'
import type { Problem } from './problem.ts'
import type { RecordIndex } from './record-index.ts'

/** Whom a deal is with. */
export type DealLinks = { customerId?: string | undefined; companyId?: string | undefined }

type LinkSources = {
  customers: MatchIndex
  deals: RecordIndex
  dealLinks: ReadonlyMap<string, DealLinks>
  /** ISO 3166-1 alpha-2, of phones without a country code. */
  country: string | undefined
}

/** `company`: the name of one that is not there. `problems` are soft but where the record needs a link. */
export type Links = { values: Record<string, string>; company?: string; problems: Problem[] }

type Target = { id: string; key?: MatchKey | undefined }
type Outcome = { found: Target } | { several: LinkWish } | { none: LinkWish } | undefined

const ofKind = (to: LinkPath['to'], key: MatchKey) => to !== 'company' || key.kind === 'company'

const customersBy = (wish: LinkWish, { customers, country }: LinkSources): MatchKey[] => {
  const { by, to } = wish
  const find = {
    sourceId: customers.bySourceId,
    email: customers.byEmail,
    phone: (value: string) => {
      const { e164 } = readPhone(value, country)
      return e164 === undefined ? [] : customers.byPhone(e164)
    },
    name: (value: string) => {
      const known = customers.get(value)
      return known ? [known] : customers.byName(value)
    },
  }[by]
  for (const value of wish.values) {
    const found = find(value).filter((key) => ofKind(to, key))
    if (found.length > 0) return [...new Set(found)]
  }
  return []
}

const byRank = (wishes: readonly LinkWish[]): LinkWish[] =>
  [...wishes].sort((a, b) => linkKeys.indexOf(a.by) - linkKeys.indexOf(b.by))

/** The one that is meant: of several those of the company, then those of one kind with a name of their own. */
const oneOf = (found: readonly MatchKey[], companyId: string | undefined): MatchKey | undefined => {
  if (found.length <= 1) return found[0]
  const there = found.filter((key) => key.companyId !== undefined && key.companyId === companyId)
  if (there.length === 1) return there[0]
  const people = found.filter(({ kind }) => kind === 'person')
  return people.length === 1 ? people[0] : undefined
}

const findCustomer = (wishes: readonly LinkWish[], sources: LinkSources, companyId: string | undefined): Outcome => {
  let several: LinkWish | undefined
  for (const wish of byRank(wishes)) {
    const found = customersBy(wish, sources)
    const one = wish.to === 'company' && found.length > 0 ? oldest(found) : oneOf(found, companyId)
    if (one) return { found: { id: one.id, key: one } }
    if (found.length > 0) several ??= wish
  }
  if (several) return { several }
  const [first] = wishes
  return first && { none: first }
}

/** Two companies of one name are one for a link: the one that was there first. */
const oldest = (found: readonly MatchKey[]): MatchKey | undefined =>
  [...found].sort((a, b) => (a.id < b.id ? -1 : 1))[0]

const findDeal = (
  wishes: readonly LinkWish[],
  sources: LinkSources,
  about: readonly (string | undefined)[],
): Outcome => {
  let several: LinkWish | undefined
  for (const wish of byRank(wishes))
    for (const value of wish.values) {
      const found = wish.by === 'sourceId' ? sources.deals.bySourceId(value) : sources.deals.byTitle(value)
      const theirs = found.filter((id) => {
        const { customerId, companyId } = sources.dealLinks.get(id) ?? {}
        return about.some((one) => one !== undefined && (one === customerId || one === companyId))
      })
      const [one] = found.length === 1 ? found : theirs
      if (one !== undefined && (found.length === 1 || theirs.length === 1)) return { found: { id: one } }
      if (found.length > 0) several ??= wish
    }
  if (several) return { several }
  const [first] = wishes
  return first && { none: first }
}

const problemOf = (outcome: Outcome): Problem[] => {
  if (!outcome || 'found' in outcome) return []
  const several = 'several' in outcome
  const { column, path, values } = several ? outcome.several : outcome.none
  return [{ code: several ? 'manyLinks' : 'unlinked', column, path, value: values.join('; ') }]
}
const idOf = (outcome: Outcome): string | undefined => (outcome && 'found' in outcome ? outcome.found.id : undefined)

/** Finds what a row points to. Companies of deals that are not there are told by name, to be made. */
export const resolveLinks = (incoming: Incoming, sources: LinkSources): Links => {
  const { links, table } = incoming
  if (links.length === 0) return { values: {}, problems: [] }
  const to = (target: LinkPath['to']) => links.filter((wish) => wish.to === target && wish.field === undefined)
  const company = findCustomer(to('company'), sources, undefined)
  const any = findCustomer(to('any'), sources, undefined)
  const anyDeal = any && 'none' in any ? findDeal(to('any'), sources, []) : undefined
  const customer = findCustomer(to('customer'), sources, idOf(company)) ?? (idOf(any) === undefined ? undefined : any)
  const about = [idOf(customer), idOf(company)]
  const deal = findDeal(to('deal'), sources, about) ?? (idOf(anyDeal) === undefined ? undefined : anyDeal)
  const values: Record<string, string> = {}
  const problems = [...problemOf(customer), ...problemOf(company), ...problemOf(deal)]
  if (idOf(any) === undefined && idOf(anyDeal) === undefined) problems.push(...problemOf(any))
  for (const wish of links.filter(({ field }) => field !== undefined)) {
    const own = findCustomer([wish], sources, undefined)
    const id = idOf(own)
    if (id === undefined) problems.push(...problemOf(own))
    else values[wish.field ?? ''] = id
  }
  const set = (field: string, id: string | undefined) => {
    if (id !== undefined) values[field] = id
  }
  if (table === 'customers') set('companyId', idOf(company))
  else {
    const theirs = sources.dealLinks.get(idOf(deal) ?? '')
    const person =
      idOf(customer) ?? (table === 'deals' ? undefined : (idOf(company) ?? theirs?.customerId ?? theirs?.companyId))
    const own = person === undefined ? undefined : sources.customers.get(person)
    set('customerId', person)
    if (table !== 'tasks' && idOf(company) !== person) set('companyId', idOf(company) ?? own?.companyId)
    if (table !== 'deals') set('dealId', idOf(deal))
  }
  const missing =
    company && 'none' in company && table === 'deals' ? to('company').find(({ by }) => by === 'name') : undefined
  const name = missing?.values[0]
  if (name === undefined) return { values, problems }
  return { values, company: name, problems: problems.filter(({ path }) => !path?.startsWith('link.company')) }
}
