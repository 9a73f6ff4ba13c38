import { canonical, type Json } from '../change/index.ts'
import { type Address, type Email, orderedEntries, type Phone } from '../domain/index.ts'
import { fold } from '../import/fold.ts'

type Entries<E> = Readonly<Record<string, E>>
type Contact = Email & Phone

const contactKey = ({ value, e164 }: Contact): string => e164 ?? value.replace(/[\s()./-]+/g, '').toLowerCase()

/** An id that is free: that of the entry, unless something else has it already. */
const freeId = (taken: ReadonlyMap<string, unknown>, id: string): string => {
  let free = id
  while (taken.has(free)) free = `${free}+`
  return free
}

const withoutPrimary = <E extends { primary?: boolean | undefined }>({ primary: _, ...entry }: E) => entry

/**
 * E-mails or phones of several records as one list, each value once. What an entry lacks (label, trouble, number) comes
 * from its twin. The first record's first stays the first.
 */
export const uniteContacts = (lists: readonly (Entries<Email> | Entries<Phone> | undefined)[]): Entries<Contact> => {
  const united = new Map<string, Contact>()
  const idOf = new Map<string, string>()
  let first: string | undefined
  for (const list of lists)
    for (const { id, ...entry } of orderedEntries<Contact>(list)) {
      const key = contactKey(entry)
      const held = idOf.get(key)
      const twin = held === undefined ? undefined : united.get(held)
      const target = held ?? freeId(united, id)
      idOf.set(key, target)
      united.set(target, { ...withoutPrimary(entry), ...twin })
      first ??= target
    }
  const lead = first === undefined ? undefined : united.get(first)
  if (first !== undefined && lead && united.size > 1) united.set(first, { ...lead, primary: true })
  return Object.fromEntries(united)
}

const addressParts = ['street', 'city', 'region', 'postcode', 'country'] as const

const sameText = (a: string, b: string): boolean => a === b || (fold(a) || a) === (fold(b) || b)

/** Whether `whole` says all that `part` says. */
const covers = (whole: Address, part: Address): boolean =>
  whole.kind === part.kind &&
  addressParts.every((name) => {
    const [own, other] = [whole[name], part[name]]
    return other === undefined || (own !== undefined && sameText(own, other))
  })

/** Addresses of several records, each once: one that says less than another of its kind is left out. */
export const uniteAddresses = (lists: readonly (Entries<Address> | undefined)[]): Entries<Address> => {
  const united = new Map<string, Address>()
  for (const list of lists)
    for (const { id, ...address } of orderedEntries<Address>(list)) {
      const held = [...united]
      if (held.some(([, have]) => covers(have, address))) continue
      const fuller = held.find(([, have]) => covers(address, have))
      united.set(fuller?.[0] ?? freeId(united, id), address)
    }
  return Object.fromEntries(united)
}

/** Entries of several maps, each once; of two that differ under one id both stay. */
export const uniteEntries = (lists: readonly (Entries<unknown> | undefined)[]): Entries<unknown> => {
  const united = new Map<string, unknown>()
  for (const list of lists)
    for (const [id, entry] of Object.entries(list ?? {}))
      if (canonical(united.get(id) as Json) !== canonical(entry as Json)) united.set(freeId(united, id), entry)
  return Object.fromEntries(united)
}

/** Notes one after another, each once. */
export const uniteNotes = (notes: readonly (string | undefined)[]): string | undefined => {
  const united = notes.reduce<string>((all, note) => {
    const text = note?.trim() ?? ''
    if (text === '' || all.includes(text)) return all
    return all === '' ? text : `${all}\n\n${text}`
  }, '')
  return united === '' ? undefined : united
}
