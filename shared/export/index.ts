import type { ExportColumn, ExportContext, ExportRecord } from './context.ts'
import { type CsvOptions, writeCsv } from './csv.ts'

export { allColumns, listColumns } from './columns.ts'
export type { ExportColumn, ExportContext, ExportRecord } from './context.ts'
export { type CsvOptions, writeCsv } from './csv.ts'

/**
 * Records as a CSV file that an import of Fairbook takes back without loss: headers in the language of `context`, the
 * record's id under a header that is the same in all of them.
 * @param options `part`: further rows of a file that is written piece by piece, without header and mark
 */
export const exportRows = (
  columns: readonly ExportColumn[],
  records: readonly ExportRecord[],
  context: ExportContext,
  { delimiter, bom, part = false }: Pick<CsvOptions, 'delimiter' | 'bom'> & { part?: boolean },
): string => {
  const rows = records.map((record) => columns.map(({ read }) => read(record, context)))
  const header = columns.map(({ path }) => context.header(path))
  return writeCsv(part ? rows : [header, ...rows], { delimiter, bom: bom && !part })
}
