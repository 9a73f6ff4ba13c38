import type { RowIds } from './plan-types.ts'

const ROW_BITS = 22n
const COUNT_BITS = 16n
const TAIL_BITS = 24n
const VARIANT = 2n

/**
 * Ids (UUIDv7, RFC 9562) that follow from the import, the row and a count: a row planned again gets the same ones, and
 * they sort by row. Time and the first random bits are the import's own.
 * @param importId a UUIDv7
 * @param fallback for a row beyond what the bits hold
 */
export const createRowIds = (importId: string, fallback: () => string): RowIds => {
  const hex = importId.replaceAll('-', '')
  const head = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}`
  const tail = BigInt(`0x${/^[0-9a-f]{32}$/.test(hex) ? hex.slice(-6) : '0'}`)
  let row = 0n
  let count = 0n
  return {
    startRow: (index) => {
      row = BigInt(index)
      count = 0n
    },
    next: () => {
      if (row >> ROW_BITS > 0n || count >> COUNT_BITS > 0n || hex.length !== 32) return fallback()
      const low = (((VARIANT << ROW_BITS) | row) << COUNT_BITS) | count
      count += 1n
      const text = ((low << TAIL_BITS) | tail).toString(16).padStart(16, '0')
      return `${head}-${text.slice(0, 4)}-${text.slice(4)}`
    },
  }
}
