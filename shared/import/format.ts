import { AppError } from '../app-error.ts'
import { isBinary } from './encoding.ts'
import { listZip } from './zip-directory.ts'

export type FileFormat =
  | 'delimited'
  | 'xlsx'
  | 'vcard'
  | 'mecard'
  | 'oldExcel'
  | 'encryptedExcel'
  | 'fairbookBackup'
  | 'otherBinary'

const SAMPLE = 64 * 1024
const CHUNK = 8192
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
/** How a workbook of Excel 3 or 4 begins, which stands in no container, and the one that Excel 95 can write bare. */
const isBareWorkbook = ([first, version = 0, length = 0, zero]: Uint8Array): boolean =>
  first === 9 && [2, 4, 8].includes(version) && length >= 4 && length <= 16 && zero === 0
const WEB_PAGE = /<html[\s>]|<table[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i

const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, at) => bytes[at] === byte)

/** Bytes as characters of the same numbers. */
const charactersOf = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return text
}

const formatOfZip = (bytes: Uint8Array, name: string): FileFormat => {
  const names = new Set(listZip(bytes)?.map((entry) => entry.name))
  if (names.has('manifest.json') && [...names].some((entry) => /^tables\/.+\.ndjson$/.test(entry)))
    return 'fairbookBackup'
  const isWorkbook = names.has('[Content_Types].xml') && [...names].some((entry) => /^xl\/.+\.xml$/.test(entry))
  // A workbook that was cut has lost its directory, which stands at the end.
  return isWorkbook || (names.size === 0 && /\.xls[xm]$/.test(name)) ? 'xlsx' : 'otherBinary'
}

/** Names inside a compound file are in UTF-16: every other byte of theirs is zero. */
const formatOfCompound = (bytes: Uint8Array, name: string): FileFormat => {
  const wide = (text: string) => [...text].join('\0')
  const all = charactersOf(bytes)
  if (all.includes(wide('EncryptedPackage'))) return 'encryptedExcel'
  return all.includes(wide('Workbook')) || all.includes(wide('Book')) || name.endsWith('.xls')
    ? 'oldExcel'
    : 'otherBinary'
}

/** What kind of file this is, by its content first and then by its name. Never throws. */
export const detectFormat = (bytes: Uint8Array, fileName: string): FileFormat => {
  const name = fileName.toLowerCase()
  if (startsWith(bytes, ZIP)) return formatOfZip(bytes, name)
  if (startsWith(bytes, COMPOUND)) return formatOfCompound(bytes, name)
  if (isBinary(bytes)) return 'otherBinary'
  if (isBareWorkbook(bytes)) return 'oldExcel'
  const head = charactersOf(bytes.subarray(0, SAMPLE))
  // Whatever the encoding, what tells a format is ASCII: in UTF-16 with zeros between.
  const text = head.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  if (/^\s*MECARD:/i.test(text)) return 'mecard'
  if (/^\s*BEGIN[ \t]*:[ \t]*VCARD/i.test(text)) return 'vcard'
  if (/\.(vcf|vcard)$/.test(name)) return 'vcard'
  if (!name.endsWith('.csv') && /^[ \t]*BEGIN:VCARD[ \t]*$/im.test(text)) return 'vcard'
  // Web applications like to call a page with a table `.xls`.
  return /^\s*</.test(text) && WEB_PAGE.test(text) ? 'oldExcel' : 'delimited'
}

/**
 * Refuses what can be named but not imported.
 * @throws AppError fileIsOldExcel, fileIsEncrypted, fileIsBackup, fileUnreadable
 */
export const refuseFormat = (format: FileFormat): void => {
  if (format === 'oldExcel') throw new AppError('fileIsOldExcel')
  if (format === 'encryptedExcel') throw new AppError('fileIsEncrypted')
  if (format === 'fairbookBackup') throw new AppError('fileIsBackup')
  if (format === 'otherBinary') throw new AppError('fileUnreadable')
}
