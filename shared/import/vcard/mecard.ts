import { type Card, type CardEntry, emptyCard } from './card.ts'
import { splitValue, unescapeText } from './text.ts'

const entry = (value: string): CardEntry => ({ value, label: '', preference: Number.POSITIVE_INFINITY })
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/

/** `Doe,John`: the family name first; without a comma it is the whole name. */
const takeName = (card: Card, value: string): void => {
  const [family = '', ...given] = splitValue(value, ',').map(unescapeText)
  if (given.length === 0) card.fullName = family
  else Object.assign(card, { familyName: family, givenName: given.filter(Boolean).join(' ') })
}

/** Box, room, house, city, prefecture, postcode, country: all seven, or else an address as people write it. */
const takeAddress = (card: Card, value: string): void => {
  const parts = splitValue(value, ',').map(unescapeText)
  const traits = { label: '', preference: Number.POSITIVE_INFINITY }
  if (parts.length !== 7) {
    const street = parts.filter(Boolean).join(', ')
    if (street) card.addresses.push({ street, city: '', region: '', postcode: '', country: '', ...traits })
    return
  }
  const [box, room, house, city = '', region = '', postcode = '', country = ''] = parts
  const street = [house, room, box].filter(Boolean).join(', ')
  card.addresses.push({ street, city, region, postcode, country, ...traits })
}

const take = (card: Card, name: string, raw: string): boolean => {
  const value = unescapeText(raw)
  if (name === 'N') takeName(card, raw)
  else if (name === 'ADR') takeAddress(card, raw)
  else if (name === 'TEL' || name === 'TEL-AV') card.phones.push(entry(value))
  else if (name === 'EMAIL') card.emails.push(entry(value))
  else if (name === 'URL') card.websites.push(entry(value))
  else if (name === 'NOTE' || name === 'MEMO') card.notes.push(value)
  else if (name === 'BDAY') card.birthday = value.replace(COMPACT, '$1-$2-$3')
  else if (name === 'NICKNAME') card.nickname = value
  else if (name === 'ORG') card.company = value
  else if (name === 'TITLE') card.title = value
  else return false
  return true
}

/**
 * The cards of MECARD text, as QR codes hold it (NTT DOCOMO's format): one for each `MECARD:`.
 * @param leave is told the name of each field that has no place
 */
export const readMecards = (text: string, leave: (name: string) => void): Card[] =>
  text
    .split(/^[ \t]*MECARD:/im)
    .slice(1)
    .map((body, at) => {
      const card = emptyCard(at + 1)
      for (const field of splitValue(body, ';')) {
        const colon = field.indexOf(':')
        const name = field.slice(0, Math.max(0, colon)).trim().toUpperCase()
        if (colon === -1 || field.slice(colon + 1).trim() === '') continue
        if (!take(card, name, field.slice(colon + 1))) leave(name)
      }
      return card
    })
