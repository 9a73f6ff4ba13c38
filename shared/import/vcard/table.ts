import { AppError } from '../../app-error.ts'
import type { Table } from '../table.ts'
import type { Card, CardFile, CardPhoto } from './card.ts'
import {
  compareNumbered,
  displayName,
  MAX_ENTRIES,
  type NamedCell,
  numberedCells,
  photoNameOf,
  singleColumns,
  UID_HEADER,
} from './columns.ts'

/** A picture of a card as a file. `type` is its media type. */
export type Photo = CardPhoto & { name: string }

/** A card that is no customer. `number` is its place in the file, from 1. */
type SkippedCard = { number: number; reason: 'group' | 'place' | 'empty'; name: string }

export type CardTable = {
  table: Table
  /** By index in the table's rows. */
  photos: ReadonlyMap<number, Photo>
  /** Properties that no card could take, and how often they stand in the file; the most frequent first. */
  leftOut: { property: string; count: number }[]
  skipped: SkippedCard[]
}

const HEAD_ROWS = 9
const ALWAYS = new Set([UID_HEADER, 'Name', 'First Name', 'Last Name'])
/** What makes no customer by itself. */
const NOTHING = new Set([UID_HEADER, 'Kind', 'Revised'])

/** What a card says, without the columns that it leaves blank. */
const cellsOf = (card: Card): NamedCell[] => [
  ...singleColumns.map(([header, read]): NamedCell => [header, read(card)]).filter(([, cell]) => cell.trim() !== ''),
  ...numberedCells(card),
]

const reasonToSkip = ({ kind }: Card, cells: readonly NamedCell[]): SkippedCard['reason'] | undefined => {
  if (kind === 'group' || kind === 'place') return kind
  return cells.every(([header]) => NOTHING.has(header)) ? 'empty' : undefined
}

const headersOf = (used: ReadonlySet<string>): string[] => {
  const single = singleColumns.map(([header]) => header)
  const numbered = [...used].filter((header) => !single.includes(header))
  return [...single.filter((header) => used.has(header) || ALWAYS.has(header)), ...numbered.sort(compareNumbered)]
}

const rowsOf = (filled: readonly NamedCell[][], headers: readonly string[]): string[][] => {
  const places = new Map(headers.map((header, at) => [header, at]))
  return filled.map((cells) => {
    const width = cells.reduce((last, [header]) => Math.max(last, (places.get(header) ?? 0) + 1), 0)
    const row = Array.from({ length: width }, () => '')
    for (const [header, cell] of cells) row[places.get(header) ?? 0] = cell
    return row
  })
}

/**
 * Cards as a table with columns like Google's, which the preset `vcard` maps. Its rows have the numbers of their cards.
 * @throws AppError fileEmpty where no card is a customer
 */
export const cardsToTable = ({ cards, leftOut: unknown, encoding }: CardFile): CardTable => {
  const leftOut = new Map(unknown)
  const leave = (property: string, count: number) => {
    if (count > 0) leftOut.set(property, (leftOut.get(property) ?? 0) + count)
  }
  const skipped: SkippedCard[] = []
  const photos = new Map<number, Photo>()
  const filled: NamedCell[][] = []
  const numbers: number[] = []
  for (const card of cards) {
    const cells = cellsOf(card)
    const reason = reasonToSkip(card, cells)
    if (reason) {
      skipped.push({ number: card.number, reason, name: displayName(card) })
      continue
    }
    leave('EMAIL', card.emails.length - MAX_ENTRIES)
    leave('TEL', card.phones.length - MAX_ENTRIES)
    leave('ADR', card.addresses.length - MAX_ENTRIES)
    leave('URL', card.websites.length - MAX_ENTRIES)
    if (card.photo) photos.set(filled.length, { ...card.photo, name: photoNameOf(card) })
    filled.push(cells)
    numbers.push(card.number)
  }
  if (filled.length === 0) throw new AppError('fileEmpty')
  const headers = headersOf(new Set(filled.flatMap((cells) => cells.map(([header]) => header))))
  const rows = rowsOf(filled, headers)
  return {
    table: {
      encoding,
      delimiter: ',',
      headerRow: 0,
      headers,
      rows,
      numbers,
      head: [headers, ...rows.slice(0, HEAD_ROWS)],
      totals: 0,
    },
    photos,
    leftOut: [...leftOut].map(([property, count]) => ({ property, count })).sort((a, b) => b.count - a.count),
    skipped,
  }
}
