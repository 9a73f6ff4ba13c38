import { createDictionary, type SavedDictionary } from './dictionary.ts'
import { fitColumn, type HeldColumn, type NumberColumn, type TextColumn } from './held-column.ts'
import type { SavedIds } from './id-table.ts'
import type { NounTable } from './noun-table.ts'
import { defaultSorts, orderKey } from './sorting.ts'
import { narrowed } from './typed.ts'

/** What a list's first page needs: the records, their states and their order by default. */
export type SavedFront = { ids: SavedIds; state: Uint8Array; order: Uint32Array | undefined }

type Codes = Uint8Array | Uint16Array | Uint32Array
export type SavedColumn =
  | { kind: 'empty' }
  | { kind: 'number'; values: Float64Array }
  | { kind: 'text'; codes: Codes; dictionary: SavedDictionary }
  | { kind: 'link'; links: Codes }

const defaultKey = (table: NounTable): string => orderKey(defaultSorts[table.noun])

export const encodeFront = (table: NounTable): SavedFront => {
  const order = table.orders.get(defaultKey(table))
  return {
    ids: table.ids.save(),
    state: table.state.slice(0, table.ids.size),
    order: order === undefined || order.dirty.size > 0 ? undefined : order.slots.slice(),
  }
}

export const decodeFront = (table: NounTable, { ids, state, order }: SavedFront): void => {
  table.ids.restore(ids)
  table.state = state
  if (order !== undefined) table.orders.set(defaultKey(table), { slots: order, dirty: new Set(), version: 0 })
}

/** Only the texts that records still have: an edited text leaves its old one in the dictionary. */
const encodeText = ({ codes, dictionary }: TextColumn, size: number): SavedColumn => {
  const used = new Uint32Array(dictionary.size)
  for (let slot = 0; slot < size; slot += 1) used[codes[slot] ?? 0] = 1
  const kept = createDictionary()
  for (let code = 1; code < used.length; code += 1) if (used[code] === 1) used[code] = kept.add(dictionary.textAt(code))
  if (kept.size === 1) return { kind: 'empty' }
  used[0] = 0
  const renumbered = codes.subarray(0, size).map((code) => used[code] ?? 0)
  return { kind: 'text', codes: narrowed(renumbered, kept.size), dictionary: kept.save() }
}

const encodeNumbers = ({ values }: NumberColumn, size: number): SavedColumn => {
  const held = values.slice(0, size)
  return held.every(Number.isNaN) ? { kind: 'empty' } : { kind: 'number', values: held }
}

/** A column for saving; a long text has none of its own. */
export const encodeColumn = (column: HeldColumn, size: number): SavedColumn => {
  if (column.kind === 'long') return { kind: 'empty' }
  if (column.kind === 'number') return encodeNumbers(column, size)
  if (column.kind === 'text') return encodeText(column, size)
  const links = column.links.slice(0, size)
  return { kind: 'link', links: narrowed(links, column.targetIds.size) }
}

export const decodeColumn = (column: HeldColumn, saved: SavedColumn, size: number): void => {
  if (column.kind === 'number' && saved.kind === 'number') column.values = saved.values
  else if (column.kind === 'link' && saved.kind === 'link') column.links = Uint32Array.from(saved.links)
  else if (column.kind === 'text' && saved.kind === 'text') {
    column.codes = Uint32Array.from(saved.codes)
    column.dictionary = createDictionary(saved.dictionary)
  }
  fitColumn(column, size)
}
