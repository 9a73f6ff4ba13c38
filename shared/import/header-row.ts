import { fold } from './fold.ts'

const SEARCHED_ROWS = 25
const VALUE = /@[^\s@]+\.|^[+\d][\d\s().\-/]{5,}$|^\d+([.,]\d+)?$|^https?:/i

/** The cells of a row that hold something. */
export const filledOf = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '')

const commonWidth = (rows: readonly string[][]): number => {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/**
 * The row that names the columns, or null where the first row is data already. Rows of notes may stand before it. A
 * known name counts most; without one the first row as wide as the others and without values is taken.
 * @param isKnown whether a header's key is a name of some column
 */
export const detectHeaderRow = (rows: readonly string[][], isKnown: (key: string) => boolean): number | null => {
  const searched = rows.slice(0, SEARCHED_ROWS)
  let best = { at: -1, known: 0 }
  searched.forEach((row, at) => {
    const filled = filledOf(row)
    if (filled.some((cell) => VALUE.test(cell.trim()))) return
    const known = filled.filter((cell) => isKnown(fold(cell))).length
    if (known > best.known && known * 3 >= filled.length) best = { at, known }
  })
  if (best.known >= 2 || (best.known === 1 && commonWidth(rows) === 1)) return best.at
  const width = commonWidth(rows.slice(0, 200))
  const at = searched.findIndex((row) => {
    const filled = filledOf(row)
    return filled.length > 0 && filled.length >= width * 0.6 && row.length >= width * 0.8
  })
  const candidate = searched[at]
  if (!candidate || filledOf(candidate).some((cell) => VALUE.test(cell.trim()))) return null
  return at
}
