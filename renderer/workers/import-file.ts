import {
  type CardTable,
  type Decode,
  detectFormat,
  type FileFormat,
  knowsHeader,
  type Photo,
  readCardFile,
  readSheet,
  readTable,
  refuseFormat,
  type SheetInfo,
  type Table,
  type Vocabulary,
} from '../../shared/import/index.ts'
import type { FileOptions } from './import-protocol.ts'

/** A file of any kind as a table, with what only its kind has. */
export type ReadFile = {
  format: FileFormat
  table: Table
  sheets: SheetInfo[]
  sheet: number | undefined
  /** By row. */
  photos: ReadonlyMap<number, Photo>
  leftOut: { property: string; count: number }[]
}

/** Strictly: bytes that are not of the encoding throw. */
const decode: Decode = (bytes, label) => new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)

const plain = (format: FileFormat, table: Table): ReadFile => ({
  format,
  table,
  sheets: [],
  sheet: undefined,
  photos: new Map(),
  leftOut: [],
})

const ofCards = (format: FileFormat, { table, photos, leftOut }: CardTable): ReadFile => ({
  ...plain(format, table),
  photos,
  leftOut,
})

/**
 * Reads a file by its content: text with delimiters, a workbook, cards.
 * @throws AppError fileEmpty, fileUnreadable and what else tells why a file is none to import
 */
export const readFile = async (
  bytes: Uint8Array,
  fileName: string,
  options: FileOptions,
  { vocabulary, language }: { vocabulary: Vocabulary; language: string },
): Promise<ReadFile> => {
  const format = detectFormat(bytes, fileName)
  refuseFormat(format)
  const isKnown = knowsHeader(vocabulary)
  if (format === 'xlsx') {
    const { sheet, sheets, ...table } = await readSheet(bytes, isKnown, {
      sheet: options.sheet,
      headerRow: options.headerRow,
    })
    return { ...plain(format, table), sheets, sheet }
  }
  if (format === 'vcard' || format === 'mecard')
    return ofCards(format, readCardFile(bytes, decode, { encoding: options.encoding, language }))
  return plain(format, readTable(bytes, decode, isKnown, { ...options, language }))
}
