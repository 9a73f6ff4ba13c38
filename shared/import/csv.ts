/**
 * Parses delimited text after RFC 4180, and what files in the wild do beyond it: rows end in CR, LF or CRLF, mixed as
 * they come; a quote inside an unquoted cell is text; text after a closing quote is kept; a quote that never closes is
 * text, so that it cannot swallow the rest of the file.
 * @param limit parse at most this many rows
 * @returns rows of cells; an empty line is a row of one empty cell
 */
export const parseCsv = (text: string, delimiter: string, limit = Number.POSITIVE_INFINITY): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length && rows.length < limit) {
    const cell = readCell(text, at, delimiter)
    row.push(cell.value)
    at = cell.end
    if (text[at] === delimiter) {
      at += 1
      if (at === text.length) row.push('')
      else continue
    } else if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

type Cell = { value: string; end: number }

const readCell = (text: string, start: number, delimiter: string): Cell =>
  (text[start] === '"' ? readQuoted(text, start, delimiter) : undefined) ?? readPlain(text, start, delimiter)

const readPlain = (text: string, start: number, delimiter: string): Cell => {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(start, end), end }
}

const readQuoted = (text: string, start: number, delimiter: string): Cell | undefined => {
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return undefined
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      const rest = readPlain(text, quote + 1, delimiter)
      return { value: value + rest.value.trimEnd(), end: rest.end }
    }
    value += '"'
    from = quote + 2
  }
}
