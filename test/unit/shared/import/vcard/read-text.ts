import type { Decode } from '../../../../../shared/import/encoding.ts'
import { readCardFile, readCards } from '../../../../../shared/import/vcard/index.ts'

const decode: Decode = (bytes, label) => new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** One character for each byte. */
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** One card of the lines given, in vCard 3.0 if they do not say. */
export const cardText = (...lines: string[]): string =>
  ['BEGIN:VCARD', ...(lines[0]?.startsWith('VERSION') ? [] : ['VERSION:3.0']), ...lines, 'END:VCARD', ''].join('\r\n')

export const cardsIn = (file: string | Uint8Array) => readCards(typeof file === 'string' ? bytesOf(file) : file, decode)

/** The only card of a file made of these lines. */
export const card = (...lines: string[]) => {
  const { cards } = cardsIn(cardText(...lines))
  if (cards.length !== 1 || !cards[0]) throw new Error(`${cards.length} cards`)
  return cards[0]
}

export const tableIn = (file: string | Uint8Array) =>
  readCardFile(typeof file === 'string' ? bytesOf(file) : file, decode)

/** The rows of a table as objects, blank cells left out. */
export const recordsIn = (file: string | Uint8Array): Record<string, string>[] => {
  const { headers, rows } = tableIn(file).table
  return rows.map((row) => Object.fromEntries(headers.flatMap((header, at) => (row[at] ? [[header, row[at]]] : []))))
}
