import { AppError } from '../../app-error.ts'
import { type Decode, decodeText } from '../encoding.ts'
import { buildCard } from './build.ts'
import type { Card, CardFile } from './card.ts'
import { cardLines } from './lines.ts'
import { readMecards } from './mecard.ts'
import { type Property, parseProperty } from './property.ts'
import { openSource } from './source.ts'
import { type CardTable, cardsToTable } from './table.ts'

export type { CardTable, Photo } from './table.ts'

type Options = { encoding?: string | undefined; language?: string | undefined }

/** What a line is called that is no property at all. */
const NO_PROPERTY = '?'
/** Of one card. No real one comes near. */
const MAX_PROPERTIES = 10_000
const MAX_NAMES = 500
const MAX_NAME = 60

/** Counts names; a broken file can hold any number of different ones. */
const createCounter = () => {
  const counts = new Map<string, number>()
  const add = (name: string) => {
    const key = counts.has(name) || (counts.size < MAX_NAMES && name.length <= MAX_NAME) ? name : NO_PROPERTY
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return { counts, add }
}

/**
 * Reads the cards of a file: vCard 2.1, 3.0 (RFC 2426), 4.0 (RFC 6350), as programs write them, or MECARD text.
 * @param options.encoding instead of the one found, where a property does not name its own
 * @throws AppError fileEmpty, fileUnreadable
 */
export const readCards = (bytes: Uint8Array, decode: Decode, options: Options = {}): CardFile => {
  const { counts, add } = createCounter()
  const source = openSource(bytes, decode, options)
  if (/^\s*MECARD:/i.test(source.characters.slice(0, 1000))) {
    const { text, encoding } = decodeText(bytes, decode, { forced: options.encoding, language: options.language })
    return { cards: readMecards(text, add), leftOut: counts, encoding }
  }
  const cards: Card[] = []
  for (const lines of cardLines(source.characters)) {
    const properties: Property[] = []
    for (const line of lines) {
      const property = parseProperty(line, source)
      if (property && properties.length < MAX_PROPERTIES) properties.push(property)
      else add(property?.name ?? NO_PROPERTY)
    }
    cards.push(buildCard(properties, cards.length + 1, add))
  }
  if (cards.length === 0) throw new AppError('fileEmpty')
  return { cards, leftOut: counts, encoding: source.encoding }
}

/**
 * Reads a file of cards as a table.
 * @throws AppError fileEmpty, fileUnreadable
 */
export const readCardFile = (bytes: Uint8Array, decode: Decode, options: Options = {}): CardTable =>
  cardsToTable(readCards(bytes, decode, options))
