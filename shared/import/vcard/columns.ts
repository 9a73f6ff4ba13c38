import type { Card, CardEntry } from './card.ts'

/** A cell under the name of its column. */
export type NamedCell = readonly [header: string, cell: string]

/** Entries of one kind that become columns. No person has more; a broken file could make columns without end. */
export const MAX_ENTRIES = 20
/** By this column, which is always there, the table is known again. */
export const UID_HEADER = 'vCard UID'
/** Longer ids are no ids: an id is kept as a key. */
const MAX_UID = 250
/** Groups that phones put everyone in. */
const SYSTEM_GROUPS = new Set(['mycontacts', 'my contacts', 'starred in android'])

export const displayName = (card: Card): string =>
  card.fullName || [card.givenName, card.familyName].filter(Boolean).join(' ') || card.company || card.nickname

/** The name of a card's picture, fit for any disk; '' without one. */
export const photoNameOf = (card: Card): string => {
  if (!card.photo) return ''
  const name = displayName(card)
    .slice(0, 200)
    .replace(/[^\p{L}\p{M}\p{N}.-]+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 80)
  return `${name || 'photo'}.${card.photo.type.replace('image/', '').replace('jpeg', 'jpg')}`
}

/** Tags as Google joins them. Beside its own group, which no one imports, a comma in a single tag parts nothing. */
const tagsCell = ({ categories }: Card): string => {
  const tags = categories.filter((tag) => !SYSTEM_GROUPS.has(tag.toLowerCase()))
  return (tags.length === 1 && /[;,|\n]/.test(tags[0] ?? '') ? ['* myContacts', ...tags] : tags).join(' ::: ')
}

const isCompany = ({ kind }: Card): boolean => kind === 'company'

/** The columns that a card fills once, in their order. */
export const singleColumns: readonly (readonly [header: string, read: (card: Card) => string])[] = [
  [UID_HEADER, ({ uid }) => (uid.length <= MAX_UID ? uid : '')],
  ['Kind', (card) => (isCompany(card) ? 'company' : '')],
  ['Name', (card) => (isCompany(card) ? '' : card.fullName || (card.company === '' ? card.nickname : ''))],
  ['First Name', ({ givenName }) => givenName],
  ['Middle Name', ({ middleName }) => middleName],
  ['Last Name', ({ familyName }) => familyName],
  ['Organization Name', (card) => card.company || (isCompany(card) ? card.fullName : '')],
  ['Organization Title', ({ title, role }) => title || role],
  ['Birthday', ({ birthday }) => birthday],
  ['Notes', ({ notes }) => notes.join('\n')],
  ['Language', ({ language }) => language],
  ['Labels', tagsCell],
  ['Photo', photoNameOf],
  ['Name Prefix', ({ prefix }) => prefix],
  ['Name Suffix', ({ suffix }) => suffix],
  ['Nickname', ({ nickname }) => nickname],
  ['Organization Department', ({ department }) => department],
  ['Organization Role', ({ title, role }) => (title === '' ? '' : role)],
  ['Gender', ({ gender }) => gender],
  ['Anniversary', ({ anniversary }) => anniversary],
  ['Revised', ({ revised }) => revised],
]

/** The entry that is preferred most; -1 where none is. */
const preferredOf = (entries: readonly CardEntry[]): number => {
  const best = entries.reduce((least, { preference }) => Math.min(least, preference), Number.POSITIVE_INFINITY)
  return Number.isFinite(best) ? entries.findIndex(({ preference }) => preference === best) : -1
}

/** Columns of entries, Google's star before the label of the preferred one. */
const entryCells = (name: string, entries: readonly CardEntry[]): NamedCell[] => {
  const preferred = preferredOf(entries)
  return entries.slice(0, MAX_ENTRIES).flatMap(({ value, label }, at): NamedCell[] => [
    [`${name} ${at + 1} - Label`, at === preferred ? `* ${label}` : label],
    [`${name} ${at + 1} - Value`, value],
  ])
}

const addressCells = ({ addresses }: Card): NamedCell[] =>
  addresses.slice(0, MAX_ENTRIES).flatMap(({ label, street, city, region, postcode, country }, at): NamedCell[] => [
    [`Address ${at + 1} - Label`, label],
    [`Address ${at + 1} - Street`, street],
    [`Address ${at + 1} - City`, city],
    [`Address ${at + 1} - Region`, region],
    [`Address ${at + 1} - Postal Code`, postcode],
    [`Address ${at + 1} - Country`, country],
  ])

/** A customer has one website: the preferred one comes first. */
const websiteCells = ({ websites }: Card): NamedCell[] =>
  websites
    .toSorted((a, b) => (a.preference === b.preference ? 0 : a.preference - b.preference))
    .slice(0, MAX_ENTRIES)
    .map(({ value }, at): NamedCell => [`Website ${at + 1} - Value`, value])

/** The columns that a card fills once for each of its e-mails, phones, addresses and websites. */
export const numberedCells = (card: Card): NamedCell[] => [
  ...entryCells('E-mail', card.emails),
  ...entryCells('Phone', card.phones),
  ...addressCells(card),
  ...websiteCells(card),
]

const kindsInOrder = ['E-mail', 'Phone', 'Address', 'Website']
const numberIn = (header: string): number => Number(/ (\d+) - /.exec(header)?.[1] ?? 0)
const kindIn = (header: string): number => kindsInOrder.findIndex((kind) => header.startsWith(kind))

/** First entries before second ones, so that what few cards have comes last and most rows are short. */
export const compareNumbered = (a: string, b: string): number => numberIn(a) - numberIn(b) || kindIn(a) - kindIn(b)
