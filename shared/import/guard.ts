/** First characters that make a spreadsheet run a cell (OWASP, CSV injection), full-width forms included. */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A cell that no spreadsheet runs: an apostrophe before what it would. A cell already guarded gets one more. */
export const guardCell = (cell: string): string => (DANGEROUS.test(cell) ? `'${cell}` : cell)

/** The inverse of `guardCell`: takes back exactly the apostrophe it put. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell
