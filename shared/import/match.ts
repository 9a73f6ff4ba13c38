import type { Customer } from '../domain/index.ts'
import { companyKey, fold, nameKey } from './fold.ts'
import type { Incoming } from './incoming.ts'
import type { MatchField } from './rules.ts'
import { anyNumber, idsSpeakAgainst, numberOf } from './source-ids.ts'

/** What is compared of a customer. */
export type MatchKey = {
  id: string
  kind: string
  given: string
  family: string
  /** Name key of the company: its own, or a person's where that is only text. */
  company: string
  /** The company a person is linked to. */
  companyId: string | undefined
  emails: readonly string[]
  phones: readonly string[]
  sourceIds: readonly string[]
  /** `<field>=<value>` of what no two customers share. */
  unique: readonly string[]
}

type Found = { id: string; by: string }

export type MatchIndex = {
  /** Tells a customer, or what has become of one. */
  put: (key: MatchKey) => void
  /**
   * The customer that a row is about. `taken` are those that other rows of the file are about; `isOut` tells those that
   * it can't be about.
   */
  find: (
    wanted: MatchKey,
    taken: ReadonlySet<string>,
    fields: 'auto' | 'none' | readonly MatchField[],
    isOut?: (id: string) => boolean,
  ) => Found | undefined
  /** Whether someone else holds one of these `unique` values. */
  holder: (unique: string, except: string | undefined) => string | undefined
  /** The company record of this name. */
  company: (name: string) => string | undefined
  /** By an id in a program; one of any program by its number alone. */
  bySourceId: (sourceId: string) => readonly MatchKey[]
  byEmail: (email: string) => readonly MatchKey[]
  byPhone: (e164: string) => readonly MatchKey[]
  /** Of a person or company; in any order of its words. */
  byName: (name: string) => readonly MatchKey[]
  get: (id: string) => MatchKey | undefined
}

/** Fields that no two customers share, beside those of one's own that say so. */
const NUMBERS = ['registrationNumber', 'vatNumber'] as const

const emailKey = (value: string) => value.trim().toLowerCase()
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
/** Words of a name in one order. */
const wordsKey = (name: string): string => nameKey(name).split(' ').sort().join(' ')

/** A value of a field that no two customers share, for comparing. */
export const uniqueKey = (field: string, value: unknown): string | undefined => {
  if (typeof value === 'number') return `${field}=${value}`
  const text = textOf(value)?.trim()
  if (!text) return undefined
  return `${field}=${(NUMBERS as readonly string[]).includes(field) ? fold(text).replaceAll(' ', '') : text.toLowerCase()}`
}

/** The keys of a customer. `uniqueFields` are those of one's own that no two customers share. */
export const matchKeyOf = (customer: Customer, uniqueFields: readonly string[]): MatchKey => ({
  id: customer.id,
  kind: customer.kind,
  given: nameKey(customer.givenName),
  family: nameKey(customer.familyName),
  company: companyKey(customer.companyName ?? ''),
  companyId: customer.companyId,
  emails: Object.values(customer.emails ?? {}).map(({ value }) => emailKey(value)),
  phones: Object.values(customer.phones ?? {}).flatMap(({ e164 }) => e164 ?? []),
  sourceIds: Object.keys(customer.sourceIds ?? {}),
  unique: uniqueOf(customer, uniqueFields),
})

const uniqueOf = (record: Readonly<Record<string, unknown>>, uniqueFields: readonly string[]): string[] =>
  [...NUMBERS, ...uniqueFields].flatMap((field) => uniqueKey(field, record[field]) ?? [])

/** The keys of a row. */
export const matchKeyOfRow = (
  { values, emails, phones, company, sourceIds }: Incoming,
  companyId: string | undefined,
  uniqueFields: readonly string[],
): MatchKey => ({
  id: '',
  kind: textOf(values['kind']) ?? 'person',
  given: nameKey(textOf(values['givenName'])),
  family: nameKey(textOf(values['familyName'])),
  company: companyKey(company ?? textOf(values['companyName']) ?? ''),
  companyId,
  emails: emails.map(({ value }) => emailKey(value)),
  phones: phones.flatMap(({ e164 }) => e164 ?? []),
  sourceIds,
  unique: uniqueOf(values, uniqueFields),
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

type Many = {
  add: (value: string, key: MatchKey) => void
  drop: (value: string, key: MatchKey) => void
  of: (value: string) => readonly MatchKey[]
}

const createMany = (): Many => {
  const map = new Map<string, MatchKey[]>()
  return {
    add: (value, key) => {
      const held = map.get(value)
      if (!held) map.set(value, [key])
      else if (!held.includes(key)) held.push(key)
    },
    drop: (value, key) => {
      const left = (map.get(value) ?? []).filter((held) => held !== key)
      if (left.length > 0) map.set(value, left)
      else map.delete(value)
    },
    of: (value) => map.get(value) ?? [],
  }
}

/** The oldest: so that it does not matter in which order customers were told. */
const oldest = (keys: readonly MatchKey[]): MatchKey | undefined =>
  keys.reduce<MatchKey | undefined>((best, key) => (best === undefined || key.id < best.id ? key : best), undefined)

/**
 * Customers by e-mail, phone, and name with company. An e-mail or phone that people share joins only those whose names
 * agree: overwriting one with another loses more than a second record does.
 */
export const createMatchIndex = (): MatchIndex => {
  const keys = new Map<string, MatchKey>()
  const maps = {
    email: createMany(),
    phone: createMany(),
    name: createMany(),
    words: createMany(),
    company: createMany(),
    source: createMany(),
    number: createMany(),
    unique: createMany(),
  }
  const companyOf = ({ companyId, company }: MatchKey): string =>
    (companyId === undefined ? undefined : keys.get(companyId)?.company) ?? company

  const each = (key: MatchKey, act: (map: Many, value: string) => void) => {
    for (const email of key.emails) act(maps.email, email)
    for (const phone of key.phones) act(maps.phone, phone)
    for (const id of key.sourceIds) {
      act(maps.source, id)
      act(maps.number, numberOf(id))
    }
    for (const value of key.unique) act(maps.unique, value)
    if (!isNameless(key)) {
      act(maps.name, `${key.kind}/${fullName(key)}`)
      act(maps.words, wordsKey(fullName(key)))
    }
    if (key.kind === 'company' && key.company !== '') act(maps.company, key.company)
  }
  let out: ((id: string) => boolean) | undefined
  const all = (map: Many, values: readonly string[]) => {
    const found = values.flatMap((value) => map.of(value))
    return out ? found.filter(({ id }) => !out?.(id)) : found
  }

  /** By what the user chose: nothing else counts, but of several the one of the same name. */
  const findBy = (wanted: MatchKey, field: MatchField): MatchKey | undefined => {
    const held = {
      sourceId: () => all(maps.source, wanted.sourceIds),
      email: () => all(maps.email, wanted.emails),
      phone: () => all(maps.phone, wanted.phones),
      name: () => (isNameless(wanted) ? [] : all(maps.name, [`${wanted.kind}/${fullName(wanted)}`])),
    }[field as 'email']
    const found = (
      held?.() ??
      all(
        maps.unique,
        wanted.unique.filter((value) => value.startsWith(`${field}=`)),
      )
    ).filter(({ kind }) => kind === wanted.kind)
    return oldest(found.filter((key) => sameName(key, wanted))) ?? oldest(found)
  }

  const findAlike = (wanted: MatchKey, taken: ReadonlySet<string>): Found | undefined => {
    const fits = (key: MatchKey) => key.kind === wanted.kind && (!taken.has(key.id) || sameName(key, wanted))
    const free = (key: MatchKey) => fits(key) && !idsSpeakAgainst(key.sourceIds, wanted.sourceIds)
    const emailed = all(maps.email, wanted.emails).filter(fits)
    const phoned = all(maps.phone, wanted.phones).filter(fits)
    const company = companyOf(wanted)
    const named = () =>
      isNameless(wanted)
        ? []
        : all(maps.name, [`${wanted.kind}/${fullName(wanted)}`]).filter(
            (key) =>
              free(key) &&
              companyOf(key) === company &&
              (company !== '' || !(apart(key.emails, wanted.emails) || apart(key.phones, wanted.phones))),
          )
    const steps: readonly (readonly [string, () => MatchKey[]])[] = [
      ['unique', () => all(maps.unique, wanted.unique).filter((key) => key.kind === wanted.kind)],
      ['email', () => emailed.filter((key) => sameName(key, wanted))],
      ['email', () => emailed.filter((key) => free(key) && akin(key, wanted))],
      ['phone', () => phoned.filter((key) => sameName(key, wanted))],
      ['phone', () => phoned.filter((key) => free(key) && agree(key, wanted))],
      ['name', named],
    ]
    for (const [by, candidates] of steps) {
      const found = oldest(candidates())
      if (found) return { id: found.id, by }
    }
    return undefined
  }

  return {
    put: (key) => {
      const before = keys.get(key.id)
      if (before) each(before, (map, value) => map.drop(value, before))
      keys.set(key.id, key)
      each(key, (map, value) => map.add(value, key))
    },
    find: (wanted, taken, fields, isOut) => {
      out = isOut
      const known = oldest(all(maps.source, wanted.sourceIds))
      if (known && (typeof fields === 'string' || fields.includes('sourceId'))) return { id: known.id, by: 'sourceId' }
      if (fields === 'none') return undefined
      if (fields === 'auto') return findAlike(wanted, taken)
      for (const field of fields) {
        const found = findBy(wanted, field)
        if (found) return { id: found.id, by: field }
      }
      return undefined
    },
    holder: (unique, except) => maps.unique.of(unique).find(({ id }) => id !== except)?.id,
    company: (name) => oldest(maps.company.of(companyKey(name)))?.id,
    bySourceId: (id) => {
      const number = anyNumber(id)
      return number === undefined ? maps.source.of(id) : maps.number.of(number)
    },
    byEmail: (email) => maps.email.of(emailKey(email)),
    byPhone: maps.phone.of,
    byName: (name) => {
      const company = maps.company.of(companyKey(name))
      return company.length > 0 ? [...company, ...maps.words.of(wordsKey(name))] : maps.words.of(wordsKey(name))
    },
    get: (id) => keys.get(id),
  }
}
