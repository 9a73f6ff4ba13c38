import type { Card } from './card.ts'
import { readDay } from './day.ts'
import { readAddress, readPhoneEntry, readTextEntry } from './entries.ts'
import { readPhoto } from './photo.ts'
import type { Property } from './property.ts'
import { splitValue, unescapeText } from './text.ts'

/** Takes one property into the card; false where it has no place for it. */
type Take = (card: Card, property: Property, ownLabel: string | undefined) => boolean

const listText = (value: string): string => splitValue(value, ',').map(unescapeText).filter(Boolean).join(' ')

/** A property that has one place: the first that says something takes it. */
const once =
  (field: 'fullName' | 'title' | 'role' | 'uid' | 'language' | 'revised'): Take =>
  (card, { value }) => {
    const text = unescapeText(value)
    if (card[field] !== '' && text !== '' && card[field] !== text) return false
    card[field] ||= text
    return true
  }

const takeName: Take = (card, { value }) => {
  if (card.familyName || card.givenName) return false
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = splitValue(value, ';').map(listText)
  Object.assign(card, { familyName: family, givenName: given, middleName: middle, prefix, suffix })
  return true
}

const takeCompany: Take = (card, { value }) => {
  const [name = '', ...units] = splitValue(value, ';').map(unescapeText).filter(Boolean)
  if (card.company !== '' && name !== '' && card.company !== name) return false
  card.company ||= name
  card.department ||= units.join(', ')
  return true
}

const takeBirthday: Take = (card, property) => {
  const read = readDay(property)
  if (!read) return true
  if ('partial' in read) card.notes.push(`${property.name}: ${read.partial}`)
  else if (card.birthday !== '') return card.birthday === read.day
  else card.birthday = read.day
  return true
}

const takeAnniversary: Take = (card, property) => {
  const read = readDay(property)
  if (read && card.anniversary !== '') return false
  if (read) card.anniversary = 'day' in read ? read.day : read.partial
  return true
}

const kinds: ReadonlyMap<string, Card['kind']> = new Map([
  ['org', 'company'],
  ['organization', 'company'],
  ['group', 'group'],
  ['location', 'place'],
])
const takeKind: Take = (card, { value }) => {
  card.kind = kinds.get(unescapeText(value).toLowerCase()) ?? card.kind
  return true
}

const takeGender: Take = (card, { value }) => {
  const [code = '', text = ''] = splitValue(value, ';').map(unescapeText)
  card.gender ||= text || code
  return true
}

const takePhoto: Take = (card, property) => {
  const photo = card.photo ? undefined : readPhoto(property)
  if (photo) card.photo = photo
  return photo !== undefined
}

const takeList =
  (list: 'emails' | 'phones' | 'websites', read: typeof readTextEntry): Take =>
  (card, property, ownLabel) => {
    const entry = read(property, ownLabel)
    if (entry.value !== '') card[list].push(entry)
    return true
  }

/** By the name of the property. */
export const takers: ReadonlyMap<string, Take> = new Map<string, Take>([
  ['FN', once('fullName')],
  ['N', takeName],
  ['TITLE', once('title')],
  ['ROLE', once('role')],
  ['UID', once('uid')],
  ['LANG', once('language')],
  ['REV', once('revised')],
  ['ORG', takeCompany],
  ['BDAY', takeBirthday],
  ['ANNIVERSARY', takeAnniversary],
  ['X-ANNIVERSARY', takeAnniversary],
  ['X-EVOLUTION-ANNIVERSARY', takeAnniversary],
  ['X-ABDATE', (card, property, label) => /^anniversary$/i.test(label ?? '') && takeAnniversary(card, property, label)],
  ['KIND', takeKind],
  ['X-ADDRESSBOOKSERVER-KIND', takeKind],
  [
    'X-ABSHOWAS',
    (card, { value }) => {
      if (/^\s*COMPANY\s*$/i.test(value)) card.kind = 'company'
      return true
    },
  ],
  ['GENDER', takeGender],
  ['X-GENDER', takeGender],
  ['PHOTO', takePhoto],
  ['LOGO', (card, property, label) => card.kind === 'company' && takePhoto(card, property, label)],
  ['EMAIL', takeList('emails', readTextEntry)],
  ['URL', takeList('websites', readTextEntry)],
  ['TEL', takeList('phones', readPhoneEntry)],
  [
    'ADR',
    (card, property, ownLabel) => {
      const address = readAddress(property, ownLabel)
      if (address) card.addresses.push(address)
      return true
    },
  ],
  [
    'NOTE',
    (card, { value }) => {
      const note = unescapeText(value)
      if (note !== '' && card.notes.at(-1) !== note) card.notes.push(note)
      return true
    },
  ],
  [
    'NICKNAME',
    (card, { value }) => {
      card.nickname ||= splitValue(value, ',').map(unescapeText).filter(Boolean).join(', ')
      return true
    },
  ],
  [
    'CATEGORIES',
    (card, { value }) => {
      card.categories.push(...splitValue(value, ',').map(unescapeText).filter(Boolean))
      return true
    },
  ],
])
