import { type Address, addressKinds, type Email, labels, type Phone } from '../domain/index.ts'
import { checkEmail } from '../email/index.ts'
import { readPhone } from '../phone/index.ts'
import { fold } from './fold.ts'
import { addressParts, type EntryPath } from './paths.ts'
import type { Problem } from './problem.ts'
import { readCountry } from './values/country.ts'
import { splitEmails, splitPhones } from './values/multi.ts'
import { ADDRESS_KIND_OPTIONS, LABEL_OPTIONS, type Vocabulary } from './vocabulary.ts'

/** A cell of an e-mail, phone or address, with its place. */
export type EntryCell = EntryPath & { cell: string; column: number; path: string }

export type EntryOptions = {
  /** From an export of Fairbook: cells are taken as they stand. */
  exact: boolean
  /** ISO 3166-1 alpha-2 for phones without a country code. */
  country: string | undefined
  words: EntryWords
}

export type Entries = { emails: Email[]; phones: Phone[]; addresses: Address[]; problems: Problem[] }

export const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/
const PRIMARY = /^\*\s*/
const MAX = 500

const labelWords: Readonly<Record<string, (typeof labels)[number]>> = {
  work: 'work',
  business: 'work',
  main: 'work',
  company: 'work',
  office: 'work',
  home: 'home',
  personal: 'home',
  private: 'home',
  mobile: 'mobile',
  cell: 'mobile',
  iphone: 'mobile',
  other: 'other',
  'work fax': 'other',
  'home fax': 'other',
  fax: 'other',
}

/** Entries in the order their first cells stand, those of one slot together. */
const bySlot = (cells: readonly EntryCell[]): EntryCell[][] => {
  const slots = new Map<string, EntryCell[]>()
  for (const cell of cells) {
    // Without a number, every cell of e-mail and phone is an entry; an address gathers its parts.
    const apart = cell.entry !== 'address' && !/^\d+$/.test(cell.slot)
    const key = `${cell.slot}${apart ? `/${cell.column}` : ''}`
    const held = slots.get(key)
    if (held) held.push(cell)
    else slots.set(key, [cell])
  }
  return [...slots.values()]
}

/** Labels of e-mails and phones, and kinds of addresses, by folded word in any language. */
export type EntryWords = {
  labels: ReadonlyMap<string, (typeof labels)[number]>
  kinds: ReadonlyMap<string, (typeof addressKinds)[number]>
}

const wordsOf = <O extends string>(
  options: readonly O[],
  known: Readonly<Record<string, readonly string[]>> | undefined,
) => options.flatMap((option) => [option, ...(known?.[option] ?? [])].map((word) => [fold(word), option] as const))

export const entryWords = ({ options }: Vocabulary): EntryWords => ({
  labels: new Map([...Object.entries(labelWords), ...wordsOf(labels, options[LABEL_OPTIONS])]),
  kinds: new Map(wordsOf(addressKinds, options[ADDRESS_KIND_OPTIONS])),
})

type Label = { label?: (typeof labels)[number]; primary?: true }
const readLabel = (cells: readonly EntryCell[], words: EntryWords): Label => {
  const typed = cells.find(({ part }) => part === 'label')?.cell.trim() ?? ''
  const slot = cells[0]?.slot ?? ''
  const word = typed.replace(PRIMARY, '')
  const label =
    words.labels.get(fold(word)) ?? labels.find((known) => known === slot) ?? (word === '' ? undefined : 'other')
  return { ...(label && { label }), ...(PRIMARY.test(typed) && { primary: true }) }
}

const slips = new Map<string, string | undefined>()
const MOST_SLIPS = 10_000
/** What an address was probably meant to be. Files have many addresses of few domains: each is looked at once. */
const slipIn = (value: string): string | undefined => {
  const at = value.lastIndexOf('@') + 1
  const domain = value.slice(at).toLowerCase()
  if (slips.size > MOST_SLIPS) slips.clear()
  if (!slips.has(domain)) slips.set(domain, checkEmail(`a@${domain}`).suggestion?.slice(2))
  const meant = slips.get(domain)
  return meant === undefined ? undefined : `${value.slice(0, at)}${meant}`
}

const readHere = (value: string, addresses: readonly Address[], country: string | undefined) => {
  const own = addresses.map((address) => address.country).find((code) => code !== undefined && /^[A-Z]{2}$/.test(code))
  const read = own === undefined ? undefined : readPhone(value, own)
  return read?.e164 === undefined ? readPhone(value, country) : read
}

const reader = ({ exact, country, words }: EntryOptions) => ({
  email: (group: readonly EntryCell[], into: Entries) => {
    const label = readLabel(group, words)
    for (const { cell, column, path } of group.filter(({ part }) => part === 'value'))
      for (const value of exact ? [cell] : splitEmails(cell)) {
        if (exact || (EMAIL.test(value) && value.length <= MAX)) {
          into.emails.push({ value, ...label })
          const hint = exact ? undefined : slipIn(value)
          if (hint !== undefined) into.problems.push({ code: 'emailSlip', column, path, value, hint })
        } else into.problems.push({ code: value.length > MAX ? 'tooLong' : 'badEmail', column, path, value: cell })
      }
  },
  phone: (group: readonly EntryCell[], into: Entries) => {
    const label = readLabel(group, words)
    for (const { cell, column, path } of group.filter(({ part }) => part === 'value'))
      for (const value of exact ? [cell] : splitPhones(cell)) {
        const digits = value.match(/\p{Nd}/gu)?.length ?? 0
        const damaged = /^\d[.,]\d+e\+\d+$/i.test(value)
        if (exact || (digits >= 3 && value.length <= MAX && !damaged))
          into.phones.push({ ...readHere(value, into.addresses, country), ...label })
        else if (value.length > MAX) into.problems.push({ code: 'tooLong', column, path, value: cell })
        else if (digits > 0 || /\p{L}/u.test(value)) into.problems.push({ code: 'badPhone', column, path, value: cell })
      }
  },
  address: (group: readonly EntryCell[], into: Entries) => {
    const slot = group[0]?.slot ?? ''
    const typed = group
      .find(({ part }) => part === 'kind')
      ?.cell.trim()
      .replace(PRIMARY, '')
    const kind =
      words.kinds.get(fold(typed ?? '')) ??
      addressKinds.find((known) => known === slot) ??
      (/^\d+$/.test(slot) && into.addresses.length === 0 && !/home|other/i.test(typed ?? '') ? 'billing' : 'other')
    const parts: Record<string, string> = {}
    for (const { part, cell, column, path } of group) {
      if (part === 'kind') continue
      const text = exact ? cell : cell.trim().replace(/\s*[\r\n]+\s*/g, ', ')
      const held = parts[part]
      const value = held === undefined ? text : `${held}, ${text}`
      if (value.length > MAX) into.problems.push({ code: 'tooLong', column, path, value: cell })
      else parts[part] = part === 'country' && !exact ? readCountry(text) : value
    }
    const known = addressParts.flatMap((part) => (parts[part] === undefined ? [] : [[part, parts[part]] as const]))
    if (known.length > 0 || (exact && typed)) into.addresses.push({ kind, ...Object.fromEntries(known) })
  },
})

/**
 * E-mails, phones and addresses of one row from its cells that are not blank.
 */
export const convertEntries = (cells: readonly EntryCell[], options: EntryOptions): Entries => {
  const into: Entries = { emails: [], phones: [], addresses: [], problems: [] }
  const read = reader(options)
  // A phone is read by the country of its row, so addresses come first.
  for (const entry of ['email', 'address', 'phone'] as const)
    for (const group of bySlot(cells.filter((cell) => cell.entry === entry))) read[entry](group, into)
  return into
}
