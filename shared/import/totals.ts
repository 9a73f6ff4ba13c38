import { fold } from './fold.ts'
import { filledOf } from './header-row.ts'
import { detectDecimalMark, readNumber } from './values/number.ts'

const TOTAL = /^(grand |sub)?(total|totals|sum|итого|всего|итог|is viso|viso|suma|جمع|مجموع|جمع کل)( |$)/

const isCalledTotal = (row: readonly string[]): boolean => TOTAL.test(fold(filledOf(row)[0] ?? ''))

const CENT = 0.01

/** Whether a cell is the sum of those above it, or says how many they are. */
const sumsUp = (cell: string, above: readonly string[]): boolean => {
  const mark = detectDecimalMark([...above, cell])
  const figure = readNumber(cell, mark)
  const sum = above.reduce((total, each) => total + (readNumber(each, mark) ?? 0), 0)
  return figure !== undefined && (Math.abs(figure - sum) < CENT || figure === above.length)
}

/** Whether each cell but the first sums up its column: a firm may be called Total, too. */
const addsUp = (row: readonly string[], above: readonly string[][]): boolean => {
  const first = row.findIndex((cell) => cell.trim() !== '')
  const rows = above.filter((each) => filledOf(each).length > 0 && !isCalledTotal(each))
  return row.every(
    (cell, at) =>
      at <= first ||
      cell.trim() === '' ||
      sumsUp(
        cell,
        rows.map((each) => each[at] ?? ''),
      ),
  )
}

/** Lines at the end that sum up or tell how many: the first cell is such a word, and few others are filled or all fit. */
export const countTotals = (rows: readonly string[][], width: number): number => {
  let count = 0
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? []
    const filled = filledOf(row).length
    const isTotal = isCalledTotal(row) && (filled <= Math.max(1, width / 2) || addsUp(row, rows.slice(0, at)))
    if (!isTotal && filled > 0) break
    count += 1
  }
  return count
}
