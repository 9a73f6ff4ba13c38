import { AppError } from '../../shared/app-error.ts'
import { displayName } from '../../shared/domain/index.ts'
import {
  createChoices,
  type ImportRules,
  mendFile,
  type Problem,
  type WordChoice,
  wordsOf,
} from '../../shared/import/index.ts'
import { forgetImport, undoImport } from '../data/index.ts'
import { analysisOf, type Loaded, loadFile, readCatalog } from './import-loaded.ts'
import type {
  Analysis,
  ColumnChoice,
  CommandResults,
  FileOptions,
  ImportReport,
  ImportResult,
  MendWords,
  PhotoOf,
  Resumable,
  RowSet,
} from './import-protocol.ts'
import {
  abandonImport,
  finishImport,
  photoRows,
  type RunContext,
  resumableImports,
  resumeImport,
  runImport,
} from './import-run.ts'
import { walkRows } from './import-walk.ts'

export type ImportSession = {
  /** @throws AppError fileEmpty, fileUnreadable and what else tells why a file is none to import */
  open: (file: string, bytes: Uint8Array, fileName: string) => Promise<Analysis>
  /** Reads the file again, with what the user chose instead of what was found. */
  reread: (file: string, options: FileOptions) => Promise<Analysis>
  remap: (file: string, columns: readonly ColumnChoice[]) => Promise<Analysis>
  words: (file: string, rules: ImportRules) => Promise<WordChoice[]>
  /** A dry run: what the run would do. */
  check: (file: string, rules: ImportRules) => Promise<ImportReport>
  /** What the last check or run found for each row. */
  rows: (file: string, set: RowSet, offset: number, limit: number) => Promise<CommandResults['rows']>
  /** @throws AppError importUnanswered */
  run: (file: string, rules: ImportRules) => Promise<ImportResult>
  photos: (file: string, offset: number, limit: number) => PhotoOf[]
  finish: (file: string) => Promise<void>
  /** The rows of the last check or run with something wrong, as CSV with their reasons. */
  mend: (file: string, words: MendWords) => string
  close: (file: string) => void
  undo: (importId: string) => Promise<CommandResults['undo']>
  resumable: () => Promise<Resumable[]>
  resume: (file: string, importId: string) => Promise<ImportResult>
  abandon: (importId: string) => Promise<void>
}

/** Files on their way into a book. */
export const createImportSession = (context: RunContext): ImportSession => {
  const { book, setup, onProgress } = context
  const files = new Map<string, Loaded>()
  const loadedOf = (file: string): Loaded => {
    const loaded = files.get(file)
    if (!loaded) throw new AppError('internal')
    return loaded
  }
  const analyse = async (loaded: Loaded) => analysisOf(loaded, await readCatalog(book))
  const load = async (file: string, bytes: Uint8Array, fileName: string, options: FileOptions): Promise<Analysis> => {
    const loaded = await loadFile(book, setup, bytes, fileName, options)
    files.set(file, loaded)
    return analyse(loaded)
  }

  return {
    open: (file, bytes, fileName) => load(file, bytes, fileName, {}),
    reread: (file, options) => {
      const { bytes, fileName, options: held } = loadedOf(file)
      // Another sheet has another header and may hold something else.
      const kept = options.sheet === undefined ? held : { encoding: held.encoding, delimiter: held.delimiter }
      return load(file, bytes, fileName, { ...kept, ...options })
    },
    remap: (file, columns) => {
      const loaded = loadedOf(file)
      loaded.mapping.columns = loaded.mapping.columns.map((column, at) => {
        const choice = columns[at]
        if (!choice) return column
        const by = choice.path === column.path ? column.by : 'user'
        return { ...column, ...choice, by }
      })
      return analyse(loaded)
    },
    words: async (file, rules) => {
      const { table, mapping } = loadedOf(file)
      const { vocabulary } = setup
      const choices = createChoices(await book.db.listItems.toArray(), vocabulary, () => '')
      const catalog = await readCatalog(book)
      const pipelines = await book.db.pipelines.toArray()
      return wordsOf(table, { mapping, choices, catalog, pipelines, vocabulary, rules })
    },
    check: async (file, rules) => {
      const { report, cancelled } = await walkRows(context, loadedOf(file), {
        importId: CHECK_ID,
        now: new Date().toISOString(),
        rules,
        findLikely: true,
        each: async () => undefined,
      })
      if (cancelled) throw new AppError('cancelled')
      return report
    },
    rows: async (file, set, offset, limit) => {
      const { count, rows } = loadedOf(file).tally?.rows(set, offset, limit) ?? { count: 0, rows: [] }
      const nameless = rows.flatMap(({ duplicates }) =>
        duplicates.filter(({ name }) => name === '').map(({ id }) => id),
      )
      const found = await book.db.customers.bulkGet(nameless)
      const names = new Map(found.flatMap((one) => (one ? [[one.id, displayName(one)] as const] : [])))
      return {
        count,
        rows: rows.map((row) => ({
          ...row,
          duplicates: row.duplicates.map((one) => ({ ...one, name: one.name || (names.get(one.id) ?? '') })),
        })),
      }
    },
    run: (file, rules) => runImport(context, loadedOf(file), rules),
    photos: (file, offset, limit) => {
      const loaded = loadedOf(file)
      return photoRows(loaded)
        .slice(offset, offset + limit)
        .flatMap(([row, customerId]) => {
          const photo = loaded.photos.get(row)
          return photo ? [{ customerId, ...photo }] : []
        })
    },
    finish: (file) => finishImport(context, loadedOf(file)),
    mend: (file, words) => {
      const { table, tally, mapping } = loadedOf(file)
      const reasonOf = ({ code, path }: Problem) => {
        const name = path === undefined ? undefined : words.paths[path]
        return name === undefined ? words.reasons[code] : `${name}: ${words.reasons[code]}`
      }
      const bad = (tally?.bad() ?? []).map(({ row, problems }) => ({ row, reason: problems.map(reasonOf).join('; ') }))
      return mendFile(table, bad, words.header, mapping.source !== 'fairbook')
    },
    close: (file) => {
      files.get(file)?.release?.()
      files.delete(file)
    },
    undo: async (importId) => {
      const held = await context.locks.held()
      if (held.has(importId)) throw new AppError('importRunning')
      const undone = await undoImport(book, importId, (done, total) => onProgress({ done, total }))
      await forgetImport(book.db, importId)
      return undone
    },
    resumable: () => resumableImports(context),
    resume: (file, importId) => resumeImport(context, importId, (loaded) => void files.set(file, loaded)),
    abandon: (importId) => abandonImport(context, importId),
  }
}

/** The id under which a check makes up ids: it is in no book. */
const CHECK_ID = '00000000-0000-7000-8000-000000000000'
