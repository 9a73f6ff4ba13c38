import { type Card, emptyCard } from './card.ts'
import { bareLabel, readPrintedAddress } from './entries.ts'
import type { Property } from './property.ts'
import { takers } from './takers.ts'

/** What says nothing of the person: how the card is written and shown. */
const silent = new Set([
  'VERSION',
  'PRODID',
  'PROFILE',
  'NAME',
  'SOURCE',
  'SORT-STRING',
  'CLIENTPIDMAP',
  'X-ABLABEL',
  'X-ABADR',
])

/** The same said in several languages or scripts (RFC 6350, 5.4): only the first is taken. */
const withoutAlternatives = (properties: readonly Property[]): Property[] => {
  const seen = new Map<string, number>()
  return properties.filter(({ name, params }, at) => {
    const id = params.get('ALTID')?.[0]
    if (id === undefined) return true
    const key = `${name} ${id}`
    if (!seen.has(key)) seen.set(key, at)
    return seen.get(key) === at
  })
}

/** Labels that a card gives to its groups, by group in small letters. */
const ownLabels = (properties: readonly Property[]): ReadonlyMap<string, string> =>
  new Map(
    properties
      .filter(({ name, group }) => name === 'X-ABLABEL' && group !== '')
      .map(({ group, value }) => [group, bareLabel(value)]),
  )

/**
 * Makes a card of its properties.
 * @param leave is told the name of each property that has no place
 */
export const buildCard = (all: readonly Property[], number: number, leave: (name: string) => void): Card => {
  const card = emptyCard(number)
  const properties = withoutAlternatives(all)
  const labels = ownLabels(properties)
  // What a company's card may hold depends on it being one, wherever the card says so.
  const saysKind = ({ name }: Property) => name === 'X-ABSHOWAS' || name.endsWith('KIND')
  for (const property of [...properties.filter(saysKind), ...properties.filter((each) => !saysKind(each))]) {
    const { name, group } = property
    if (silent.has(name) || name === 'LABEL') continue
    if (!takers.get(name)?.(card, property, labels.get(group))) leave(name)
  }
  const printed = properties.filter(({ name }) => name === 'LABEL')
  // Beside an address in parts, the same as printed says nothing new.
  if (card.addresses.length === 0)
    card.addresses.push(...printed.flatMap((property) => readPrintedAddress(property) ?? []))
  if (
    card.kind === 'person' &&
    card.company !== '' &&
    card.fullName === card.company &&
    !card.givenName &&
    !card.familyName
  )
    card.kind = 'company'
  return card
}
