import { guardCell } from '../import/guard.ts'

export type CsvOptions = {
  delimiter: string
  /** A mark at the start by which Excel knows UTF-8. */
  bom: boolean
  /** Neutralise cells that a spreadsheet would run; off only for rows given back as they came. */
  guard?: boolean
}

/** Delimited text after RFC 4180: rows end in CRLF; cells with a delimiter, quote, line end or outer space are quoted. */
export const writeCsv = (rows: Iterable<readonly string[]>, { delimiter, bom, guard = true }: CsvOptions): string => {
  const special = new RegExp(`["\\r\\n${delimiter === '|' ? '\\|' : delimiter}]|^\\s|\\s$`)
  const quote = (cell: string) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines: string[] = []
  for (const row of rows) {
    const line = row.map((cell) => quote(guard ? guardCell(cell) : cell)).join(delimiter)
    // A line of one empty cell would read as no line at all.
    lines.push(line === '' ? '""' : line)
  }
  return `${bom ? '\ufeff' : ''}${lines.map((line) => `${line}\r\n`).join('')}`
}
