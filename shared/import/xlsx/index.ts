import { AppError } from '../../app-error.ts'
import { type Table, tableOf } from '../table.ts'
import { joinHeader } from './joined-header.ts'
import { openWorkbook, type SheetInfo } from './workbook.ts'

export type { SheetInfo }

/** Rows from which a header is found. */
const HEAD_ROWS = 200
/** A header is not wider; a stray cell far to the right would make thousands of columns. */
const MAX_WIDTH = 1000

/** The first rows made equally wide, as a header is found by its width. */
const evened = (rows: readonly string[][]): string[][] => {
  const width = Math.min(
    MAX_WIDTH,
    rows.reduce((widest, row) => Math.max(widest, row.length), 0),
  )
  return rows.map((row, at) =>
    at < HEAD_ROWS && row.length < width ? [...row, ...Array.from({ length: width - row.length }, () => '')] : row,
  )
}

type Read = NonNullable<Awaited<ReturnType<typeof openWorkbook>>['read']>

/** Rows of several columns; a sheet of notes has one. */
const isTable = (rows: Read['rows']): boolean => rows.length > 1 && rows.some((row) => row.length > 1)

/** Sheets that are tried for the first with rows: each is another reading of the file. */
const MAX_TRIED = 20

/**
 * Reads one sheet of a workbook: its cells as text (see `cellText`), formulas by their last result, errors as blanks.
 * Numbers of rows are those that the spreadsheet shows. Tells which sheet it is, and which there are, hidden ones last.
 * @param sheet its index; without one, the first that is a table, else the first that has rows
 * @throws AppError fileEmpty, fileUnreadable, fileTooLarge, fileIsOldExcel, fileIsEncrypted, fileIsBackup
 */
export const readSheet = async (
  bytes: Uint8Array,
  isKnownHeader: (key: string) => boolean,
  { sheet, headerRow }: { sheet?: number | undefined; headerRow?: number | null | undefined } = {},
): Promise<Table & { sheet: number; sheets: SheetInfo[] }> => {
  const opened = await openWorkbook(bytes, ({ index, hidden }, before) =>
    sheet === undefined ? !hidden && before.every((other) => other.hidden) : index === sheet,
  )
  const { sheets } = opened
  const candidates = sheet === undefined ? sheets.slice(0, MAX_TRIED).map(({ index }) => index) : [sheet]
  const isOpen = sheet !== undefined || sheets[0]?.hidden === false
  const tableIn = ({ rows, merges }: Read, index: number) => {
    const joined = joinHeader(evened(rows), merges, isKnownHeader)
    return { ...tableOf(joined, isKnownHeader, { encoding: 'utf-8', delimiter: ',', headerRow }), sheet: index, sheets }
  }
  let lone: (() => ReturnType<typeof tableIn>) | undefined
  for (const [at, index] of candidates.entries()) {
    const { read, refusal } = at === 0 && isOpen ? opened : await openWorkbook(bytes, (other) => other.index === index)
    const isLast = at === candidates.length - 1
    if (read && (isTable(read.rows) || (isLast && !lone))) return tableIn(read, index)
    if (read && read.rows.length > 1) lone ??= () => tableIn(read, index)
    if (isLast && !lone) throw refusal ?? new AppError('fileUnreadable')
  }
  if (lone) return lone()
  throw new AppError('fileEmpty')
}
