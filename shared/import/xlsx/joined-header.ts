import { fold } from '../fold.ts'

/** A range of cells shown as one; counted from 0, both ends in it. */
export type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

const SEARCHED_ROWS = 25

const filled = (row: readonly string[] | undefined) => (row ?? []).filter((cell) => cell.trim() !== '').length

/**
 * Joins a header of two rows into its lower one: «Address» over «Street | City» becomes `Address Street` and
 * `Address City`, and a name merged downwards moves down. The upper row becomes blank, so that rows keep their numbers.
 * A title over the whole table is no part of a header: it stands alone in its row. Below the first row of several cells
 * nothing is a header.
 * @param isKnown whether a header's key is a name of some column. Where nothing in a group is one with the group's name
 * before it, but is one without, the group's name is left out
 */
export const joinHeader = (
  rows: readonly string[][],
  merges: readonly Merge[],
  isKnown: (key: string) => boolean,
): string[][] => {
  const across = merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow === endRow &&
      endCol > startCol &&
      startRow < SEARCHED_ROWS &&
      rows.slice(0, startRow).every((row) => filled(row) <= 1) &&
      filled(rows[startRow]) > 1 &&
      filled(rows[startRow + 1]?.slice(startCol, endCol + 1)) > 1,
  )
  const upper = across && rows[across.startRow]
  const lower = across && rows[across.startRow + 1]
  if (!across || !upper || !lower) return [...rows]
  const inRow = merges.filter((merge) => merge.startRow === across.startRow)
  const width = Math.max(upper.length, lower.length)
  const parents = Array.from({ length: width }, (_, at) => {
    const group = inRow.find(({ startCol, endCol }) => startCol <= at && at <= endCol)
    return (upper[group?.startCol ?? at] ?? '').trim()
  })
  const children = Array.from({ length: width }, (_, at) => (lower[at] ?? '').trim())
  const both = children.map((child, at) => `${parents[at]} ${child}`.trim())
  const known = new Set(parents.filter((_, at) => children[at] !== '' && isKnown(fold(both[at] ?? ''))))
  const joined = children.map((child, at) => {
    const isOnly = children.filter((other) => fold(other) === fold(child)).length === 1
    const saysItAlone = !known.has(parents[at] ?? '') && isOnly && isKnown(fold(child))
    return saysItAlone ? child : (both[at] ?? '')
  })
  return rows.map((row, at) => {
    if (at === across.startRow) return Array.from({ length: width }, () => '')
    return at === across.startRow + 1 ? joined : row
  })
}
