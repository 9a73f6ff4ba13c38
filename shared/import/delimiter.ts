import { parseCsv } from './csv.ts'

/** What may stand between cells, the likelier first. */
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const SAMPLE_ROWS = 60
const SAMPLE_CHARACTERS = 200_000

const score = (rows: readonly string[][]): number => {
  const widths = new Map<number, number>()
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1)
  const best = Math.max(0, ...[...widths].map(([width, count]) => (width > 1 ? count * Math.log2(width) : 0)))
  return filled.length === 0 ? 0 : best / filled.length
}

/** Excel's own first line, `sep=;`: the delimiter it names. */
export const namedDelimiter = (text: string): Delimiter | undefined => {
  const named = /^sep=(.)\r?\n?/.exec(text)?.[1]
  return delimiters.find((delimiter) => delimiter === named)
}

/** The delimiter that cuts the first rows into the most cells most evenly; a comma where none cuts. */
export const detectDelimiter = (text: string): Delimiter => {
  const named = namedDelimiter(text)
  if (named) return named
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const found = score(parseCsv(sample, delimiter, SAMPLE_ROWS))
    if (found > bestScore) [best, bestScore] = [delimiter, found]
  }
  return best
}
