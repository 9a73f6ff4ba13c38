import type { Sheet, Workbook } from 'hucre/xlsx'

import { AppError } from '../../app-error.ts'
import { detectFormat, refuseFormat } from '../format.ts'
import { listZip } from '../zip-directory.ts'
import { cellText } from './cell-text.ts'
import type { Merge } from './joined-header.ts'

/** A sheet of a workbook. `index` is its place among all, which names need not tell apart. */
export type SheetInfo = { index: number; name: string; hidden: boolean }

/** Texts by row and column: a row's place is its number, and it ends with its last cell that says something. */
type SheetRows = { rows: string[][]; merges: readonly Merge[] }

/** What was read, or why it was not: a chart has no cells, and one broken sheet is no reason to refuse the others. */
type Opened = { sheets: SheetInfo[]; read?: SheetRows; refusal?: AppError }

/** Unpacked bytes of a workbook; the library holds about ten times as many in memory while it reads. */
const MAX_UNPACKED = 256 * 1024 ** 2

/**
 * Looks at what a file is before it is unpacked. That its parts unpack to no more than they claim is the library's care.
 * @throws AppError as `openWorkbook`
 */
const guard = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw new AppError('fileEmpty')
  const format = detectFormat(bytes, '')
  refuseFormat(format)
  const parts = format === 'xlsx' ? listZip(bytes) : undefined
  if (!parts) throw new AppError('fileUnreadable')
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > MAX_UNPACKED) throw new AppError('fileTooLarge')
}

/** The library's own limit is on the area that cells span: one far from the others makes it large. */
const refusalOf = (failure: unknown): AppError =>
  new AppError(
    failure instanceof Error && /over the \d+ limit/.test(failure.message) ? 'fileTooLarge' : 'fileUnreadable',
    {},
    failure,
  )

const rowsOf = ({ rows, cells, merges = [] }: Sheet, { dateSystem = '1900' }: Workbook): SheetRows => {
  const texts = rows.map((values, row) => {
    const line = values.map((value, column) => cellText(value, () => cells?.get(`${row},${column}`), dateSystem))
    return line.slice(0, line.findLastIndex((text) => text.trim() !== '') + 1)
  })
  return { rows: texts.slice(0, texts.findLastIndex((line) => line.length > 0) + 1), merges }
}

/**
 * Opens a workbook: which sheets it has, hidden ones last, and the rows of the one that is wanted.
 * @param isWanted asked for each sheet in its order, with those before it; one at most is read
 * @throws AppError fileEmpty, fileUnreadable, fileTooLarge, fileIsOldExcel, fileIsEncrypted, fileIsBackup
 */
export const openWorkbook = async (
  bytes: Uint8Array,
  isWanted: (sheet: SheetInfo, before: readonly SheetInfo[]) => boolean,
): Promise<Opened> => {
  guard(bytes)
  const { readXlsx } = await import('hucre/xlsx')
  const sheets: SheetInfo[] = []
  const outcome: Pick<Opened, 'read' | 'refusal'> = await readXlsx(bytes, {
    readStyles: true,
    sheets: ({ index, name, hidden, veryHidden }) => {
      const sheet = { index, name, hidden: hidden === true || veryHidden === true }
      const wanted = isWanted(sheet, sheets)
      sheets.push(sheet)
      return wanted
    },
  })
    .then((workbook) => (workbook.sheets[0] ? { read: rowsOf(workbook.sheets[0], workbook) } : {}))
    .catch((failure: unknown) => ({ refusal: refusalOf(failure) }))
  if (sheets.length === 0) throw outcome.refusal ?? new AppError('fileUnreadable')
  return { ...outcome, sheets: sheets.sort((a, b) => Number(a.hidden) - Number(b.hidden) || a.index - b.index) }
}
