import { writeCsv } from '../export/csv.ts'
import type { Table } from './table.ts'

/**
 * Rows to mend: as they stand in the file, with the reasons in a column of their own at the end.
 * @param guard neutralise what a spreadsheet would run; off for a file whose cells are guarded already
 */
export const mendFile = (
  table: Pick<Table, 'headers' | 'rows' | 'delimiter'>,
  bad: readonly { row: number; reason: string }[],
  reasonHeader: string,
  guard: boolean,
): string =>
  writeCsv(
    [
      [...table.headers, reasonHeader],
      ...bad.map(({ row, reason }) => {
        const cells = table.rows[row] ?? []
        const width = Math.max(table.headers.length, cells.length)
        return [...Array.from({ length: width }, (_, at) => cells[at] ?? ''), reason]
      }),
    ],
    { delimiter: table.delimiter, bom: true, guard },
  )
