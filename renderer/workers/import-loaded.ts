import { type Catalog, createCatalog } from '../../shared/domain/index.ts'
import {
  applyRemembered,
  defaultRules,
  type ImportRules,
  type Mapping,
  openQuestions,
  proposeMapping,
  signatureOf,
  suggestField,
  tablesOf,
  unpackRules,
  valuesOf,
} from '../../shared/import/index.ts'
import type { Book } from '../data/index.ts'
import { type ReadFile, readFile } from './import-file.ts'
import type { Analysis, ColumnView, Earlier, FileOptions, ImportSetup, Question } from './import-protocol.ts'
import type { Tally } from './import-report.ts'

/** A file that is open, with all that was found and chosen. */
export type Loaded = ReadFile & {
  bytes: Uint8Array
  fileName: string
  /** SHA-256 of the bytes and of how they were read, in hexadecimal: the same rows have the same one. */
  hash: string
  options: FileOptions
  mapping: Mapping
  signature: string
  remembered: boolean
  rules: ImportRules
  earlier: Earlier[]
  filled: number[]
  suggestions: ColumnView['suggestion'][]
  tally?: Tally
  importId?: string
  /** Lets go of the import that is running. */
  release?: () => void
}

type Words = Pick<ImportSetup, 'vocabulary' | 'language'>

const SUGGESTION_ROWS = 2_000

/** Every field of the book, as it is this very moment: the window may just have added one. */
export const readCatalog = async ({ db }: Book): Promise<Catalog> => createCatalog(await db.customFields.toArray())

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const hashOf = async (bytes: Uint8Array, reading: readonly unknown[]): Promise<string> => {
  const how = new TextEncoder().encode(JSON.stringify(reading))
  const all = new Uint8Array(bytes.length + how.length)
  all.set(bytes)
  all.set(how, bytes.length)
  return hexOf(await crypto.subtle.digest('SHA-256', all))
}

const fillOf = ({ rows, headers }: Pick<ReadFile['table'], 'rows' | 'headers'>): number[] => {
  const filled = headers.map(() => 0)
  for (const row of rows)
    for (let at = 0; at < headers.length; at += 1) if ((row[at] ?? '').trim() !== '') filled[at] = (filled[at] ?? 0) + 1
  return filled
}

/** The last import of such a file, and all of this very one. */
const memory = async ({ db }: Book, signature: string, hash: string) => {
  const all = (await db.imports.toArray())
    .filter(({ deletedAt, state }) => deletedAt === undefined && state !== 'undone')
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  const last = all.find((one) => one.signature === signature && one.mapping !== undefined && one.state !== 'running')
  const earlier = all
    .filter(({ fileHash }) => fileHash === hash)
    .map(
      ({ id, createdAt, createdBy, state }): Earlier => ({
        importId: id,
        createdAt,
        state,
        ...(createdBy && { createdBy }),
      }),
    )
  return { last, earlier }
}

/** @throws AppError as `readFile` */
export const loadFile = async (
  book: Book,
  words: Words,
  bytes: Uint8Array,
  fileName: string,
  options: FileOptions,
): Promise<Loaded> => {
  const read = await readFile(bytes, fileName, options, words)
  const { table } = read
  const catalog = await readCatalog(book)
  const { vocabulary } = words
  const mapping = proposeMapping(table, {
    vocabulary,
    catalog,
    dateOrder: 'dmy',
    noun: options.noun,
    kind: options.kind,
  })
  const signature = signatureOf(mapping.noun, table.headers, vocabulary)
  const hash = await hashOf(bytes, [
    read.sheet,
    table.headerRow,
    table.encoding,
    table.delimiter,
    mapping.noun,
    mapping.kind,
  ])
  const { last, earlier } = await memory(book, signature, hash)
  const held = last && unpackRules(last.rules)
  return {
    ...read,
    bytes,
    fileName,
    hash,
    options,
    signature,
    earlier,
    mapping: held && last?.mapping ? applyRemembered(mapping, { mapping: last.mapping, ...held }, catalog) : mapping,
    remembered: held !== undefined,
    rules: held?.rules ?? defaultRules,
    filled: fillOf(table),
    suggestions: table.headers.map((_, column) => suggestField(valuesOf(table, column, SUGGESTION_ROWS))),
  }
}

export const questionsOf = ({ mapping }: Loaded, catalog: Catalog): Question[] =>
  openQuestions(mapping, catalog).map((column) => ({
    kind: 'dateOrder',
    column,
    samples: mapping.columns[column]?.samples ?? [],
  }))

export const analysisOf = (loaded: Loaded, catalog: Catalog): Analysis => {
  const { table, mapping } = loaded
  return {
    fileName: loaded.fileName,
    format: loaded.format,
    sheets: loaded.sheets,
    sheet: loaded.sheet,
    noun: mapping.noun,
    kind: mapping.kind,
    mixed: tablesOf(mapping).length > 1,
    source: mapping.source,
    remembered: loaded.remembered,
    rules: loaded.rules,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerRow: table.headerRow,
    head: table.head,
    totals: table.totals,
    rowCount: table.rows.length,
    columns: mapping.columns.map((column, at) => ({
      ...column,
      filled: loaded.filled[at] ?? 0,
      suggestion: loaded.suggestions[at] ?? { type: 'text', options: [] },
    })),
    questions: questionsOf(loaded, catalog),
    earlier: loaded.earlier,
    photos: loaded.photos.size,
    leftOut: loaded.leftOut,
  }
}
