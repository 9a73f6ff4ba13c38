import { AppError } from '../app-error.ts'
import { parseCsv } from './csv.ts'
import { type Delimiter, detectDelimiter, namedDelimiter } from './delimiter.ts'
import { type Decode, decodeText } from './encoding.ts'
import { detectHeaderRow } from './header-row.ts'
import { countTotals } from './totals.ts'

/** A file as rows of text under named columns, wherever it came from. */
export type Table = {
  encoding: string
  delimiter: Delimiter
  /** Index of the row with the names among all rows, null where there is none. */
  headerRow: number | null
  /** As they stand in the file; '' where a column has none. */
  headers: string[]
  rows: string[][]
  /** For each of `rows`, its number among the rows of the file, from 1. */
  numbers: number[]
  /** The first rows of the file as they are, to choose the header from. */
  head: string[][]
  /** Rows at the end that only sum up. */
  totals: number
}

/** What the user chose instead of what was found. */
export type TableOptions = {
  encoding?: string | undefined
  delimiter?: Delimiter | undefined
  headerRow?: number | null | undefined
}

const HEAD_ROWS = 10
const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '')

/** Where rows of cells come from, and what the user chose. */
type Origin = Pick<Table, 'encoding' | 'delimiter'> & {
  headerRow?: number | null | undefined
  /** Rows of the file before the first of these. */
  skipped?: number
}

/**
 * Rows of cells as a table: finds the header, leaves out blank rows and totals.
 * @throws AppError fileEmpty
 */
export const tableOf = (
  all: readonly string[][],
  isKnownHeader: (key: string) => boolean,
  { encoding, delimiter, headerRow: chosen, skipped = 0 }: Origin,
): Table => {
  const found = chosen === undefined ? detectHeaderRow(all, isKnownHeader) : chosen
  const headerRow = found === null ? null : Math.min(found, all.length - 1)
  const body = all.slice(headerRow === null ? 0 : headerRow + 1)
  const names = (headerRow === null ? [] : all[headerRow]) ?? []
  const width = Math.max(
    names.length,
    headerRow === null ? Math.max(0, ...body.slice(0, 200).map((row) => row.length)) : 0,
  )
  const totals = countTotals(body, width)
  const kept = body.slice(0, body.length - totals)
  const rows: string[][] = []
  const numbers: number[] = []
  kept.forEach((row, at) => {
    if (isBlank(row)) return
    rows.push(row)
    numbers.push(at + (headerRow === null ? 0 : headerRow + 1) + skipped + 1)
  })
  if (width === 0 || rows.length === 0) throw new AppError('fileEmpty')
  const headers = Array.from({ length: width }, (_, at) => (names[at] ?? '').trim())
  return { encoding, delimiter, headerRow, headers, rows, numbers, head: all.slice(0, HEAD_ROWS), totals }
}

/**
 * Reads a delimited text file.
 * @throws AppError fileEmpty, fileUnreadable
 */
export const readTable = (
  bytes: Uint8Array,
  decode: Decode,
  isKnownHeader: (key: string) => boolean,
  options: TableOptions & { language?: string | undefined } = {},
): Table => {
  const { text, encoding } = decodeText(bytes, decode, { forced: options.encoding, language: options.language })
  const delimiter = options.delimiter ?? detectDelimiter(text)
  const skipped = namedDelimiter(text) ? 1 : 0
  const all = parseCsv(text, delimiter).slice(skipped)
  return tableOf(all, isKnownHeader, { encoding, delimiter, headerRow: options.headerRow, skipped })
}
