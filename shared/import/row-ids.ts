import type { RowIds } from './plan-types.ts'

const ROW_BITS = 22n
const COUNT_BITS = 16n
const TAIL_BITS = 24n
const VARIANT = 2n

/** A row's own record has the first of its ids. */
const FIRST = 0n
const HEX = /^[0-9a-f]{32}$/

/** The parts of an import's id that the ids of its rows share; undefined for an id of another make. */
const partsOf = (importId: string): { head: string; tail: bigint } | undefined => {
  const hex = importId.replaceAll('-', '')
  if (!HEX.test(hex)) return undefined
  return { head: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}`, tail: BigInt(`0x${hex.slice(-6)}`) }
}

const idOf = ({ head, tail }: { head: string; tail: bigint }, row: bigint, count: bigint): string | undefined => {
  if (row >> ROW_BITS > 0n || count >> COUNT_BITS > 0n) return undefined
  const low = (((((VARIANT << ROW_BITS) | row) << COUNT_BITS) | count) << TAIL_BITS) | tail
  const text = low.toString(16).padStart(16, '0')
  return `${head}-${text.slice(0, 4)}-${text.slice(4)}`
}

/**
 * Ids (UUIDv7, RFC 9562) that follow from the import, the row and a count: a row planned again gets the same ones, and
 * they sort by row. Time and the first random bits are the import's own.
 * @param importId a UUIDv7
 * @param fallback for a row beyond what the bits hold
 */
export const createRowIds = (importId: string, fallback: () => string): RowIds => {
  const parts = partsOf(importId)
  let row = 0n
  let count = FIRST
  return {
    startRow: (index) => {
      row = BigInt(index)
      count = FIRST
    },
    own: () => (parts && idOf(parts, row, FIRST)) ?? fallback(),
    next: () => {
      count += 1n
      return (parts && idOf(parts, row, count)) ?? fallback()
    },
  }
}

/** What earlier imports of the very same rows have made. */
export type EarlierRows = {
  /** Ids of the record that a row was about, the likeliest first. */
  idsOf: (row: number) => readonly string[]
  /** The row that made a record; undefined for a record of elsewhere. */
  rowOf: (id: string) => number | undefined
}

/** @param known by row the record that it was about, of rows that made none: what this device still knows */
export const createEarlierRows = (
  importIds: readonly string[],
  known: ReadonlyMap<number, string> = new Map(),
): EarlierRows => {
  const all = importIds.flatMap((importId) => partsOf(importId) ?? [])
  const byHead = new Map(all.map((parts) => [parts.head, parts]))
  return {
    idsOf: (row) => [
      ...(known.has(row) ? [known.get(row) ?? ''] : []),
      ...all.flatMap((parts) => idOf(parts, BigInt(row), FIRST) ?? []),
    ],
    rowOf: (id) => {
      const parts = byHead.get(id.slice(0, 'xxxxxxxx-xxxx-7xxx'.length))
      if (!parts) return undefined
      const low = BigInt(`0x${id.slice('xxxxxxxx-xxxx-7xxx-'.length).replace('-', '')}`)
      const tail = low & ((1n << TAIL_BITS) - 1n)
      return tail === parts.tail ? Number((low >> (COUNT_BITS + TAIL_BITS)) & ((1n << ROW_BITS) - 1n)) : undefined
    },
  }
}
