import { v7 as uuid } from 'uuid'

import { AppError } from '../../shared/app-error.ts'
import {
  createChoices,
  createConverter,
  createPlanner,
  type Decode,
  fileIdsOf,
  knowsHeader,
  type Mapping,
  mendFile,
  type Planned,
  proposeMapping,
  readTable,
  type Table,
  type TableOptions,
} from '../../shared/import/index.ts'
import { type Book, undoImport } from '../data/index.ts'
import { learnCustomers, lookupIn, writePlanned } from './import-book.ts'
import type {
  Analysis,
  ColumnChoice,
  ImportReport,
  ImportResult,
  ImportRules,
  ImportSetup,
  MendWords,
  Progress,
} from './import-protocol.ts'
import { createTally, type Tally } from './import-report.ts'

/** Rows of one transaction. */
const CHUNK = 500

/** Strictly: bytes that are not of the encoding throw. */
const decode: Decode = (bytes, label) => new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)

/** What the window says while work goes on. */
type Control = { paused: () => Promise<void>; cancelled: () => boolean }

type Loaded = {
  bytes: Uint8Array
  fileName: string
  table: Table
  mapping: Mapping
  options: TableOptions
  tally?: Tally
}

export type ImportSession = {
  /** @throws AppError fileEmpty, fileUnreadable */
  open: (bytes: Uint8Array, fileName: string) => Analysis
  /** Reads the file again, with what the user chose instead of what was found. */
  reread: (options: TableOptions) => Analysis
  remap: (columns: readonly ColumnChoice[]) => Analysis
  /** A dry run: what the run would do. */
  check: (rules: ImportRules, control: Control, onProgress: (progress: Progress) => void) => Promise<ImportReport>
  run: (rules: ImportRules, control: Control, onProgress: (progress: Progress) => void) => Promise<ImportResult>
  /** The rows of the last check or run with something wrong, as CSV with their reasons. */
  mend: (words: MendWords) => string
  undo: (importId: string, onProgress: (progress: Progress) => void) => Promise<{ undone: number; kept: string[] }>
}

/** Lets the worker hear what the window says. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** One file on its way into a book. */
export const createImportSession = (
  book: Book,
  setup: Omit<ImportSetup, 'bookId' | 'device' | 'user'>,
): ImportSession => {
  const { vocabulary, language, country } = setup
  const isKnown = knowsHeader(vocabulary)
  let loaded: Loaded | undefined
  const current = (): Loaded => {
    if (!loaded) throw new AppError('internal')
    return loaded
  }

  const analysisOf = ({ table, mapping, fileName }: Loaded): Analysis => ({
    fileName,
    noun: mapping.noun,
    source: mapping.source,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerRow: table.headerRow,
    head: table.head,
    totals: table.totals,
    rowCount: table.rows.length,
    columns: mapping.columns,
  })

  const load = (bytes: Uint8Array, fileName: string, options: TableOptions): Analysis => {
    const table = readTable(bytes, decode, isKnown, { ...options, language })
    const mapping = proposeMapping(table, { vocabulary, dateOrder: 'dmy' })
    loaded = { bytes, fileName, table, mapping, options }
    return analysisOf(loaded)
  }

  const prepare = async (rules: ImportRules, importId: string) => {
    const { table, mapping, fileName } = current()
    const { noun } = mapping
    const choices = createChoices(await book.db.listItems.toArray(), vocabulary, uuid)
    const planner = createPlanner({
      noun,
      importId,
      fileName,
      choices,
      pipelines: await book.db.pipelines.toArray(),
      badCells: rules.badCells,
      forwardOnly: mapping.preset?.forwardOnly ?? false,
      exact: mapping.source === 'fairbook',
      fileIds: fileIdsOf(table, mapping),
      newId: uuid,
      lookup: lookupIn(book),
    })
    if (noun === 'customers') await learnCustomers(book, planner)
    return { planner, convert: createConverter(table, { noun, mapping, vocabulary, choices, country }) }
  }

  /** Plans all rows, chunk after chunk; `each` does with a chunk what is to be done. */
  const walk = async (
    rules: ImportRules,
    importId: string,
    control: Control,
    onProgress: (progress: Progress) => void,
    each: (planned: readonly Planned[]) => Promise<void>,
  ): Promise<{ report: ImportReport; cancelled: boolean }> => {
    const state = current()
    const { table } = state
    const tally = createTally(table)
    state.tally = tally
    const { planner, convert } = await prepare(rules, importId)
    const total = table.rows.length
    for (let at = 0; at < total; at += CHUNK) {
      await breathe()
      await control.paused()
      if (control.cancelled()) return { report: tally.report(planner.companiesMade()), cancelled: true }
      const end = Math.min(at + CHUNK, total)
      const planned = await planner.plan(Array.from({ length: end - at }, (_, offset) => convert(at + offset)))
      await each(planned)
      tally.add(planned)
      onProgress({ done: end, total })
    }
    return { report: tally.report(planner.companiesMade()), cancelled: false }
  }

  return {
    open: (bytes, fileName) => load(bytes, fileName, {}),
    reread: (options) => {
      const { bytes, fileName, options: held } = current()
      return load(bytes, fileName, { ...held, ...options })
    },
    remap: (columns) => {
      const state = current()
      state.mapping.columns = state.mapping.columns.map((column, at) => {
        const choice = columns[at]
        if (!choice) return column
        const by = choice.path === column.path ? column.by : 'user'
        return { ...column, ...choice, by, dateSure: column.dateSure || choice.dateOrder !== column.dateOrder }
      })
      return analysisOf(state)
    },
    check: async (rules, control, onProgress) => {
      const { report, cancelled } = await walk(rules, 'check', control, onProgress, async () => undefined)
      if (cancelled) throw new AppError('cancelled')
      return report
    },
    run: async (rules, control, onProgress) => {
      const { fileName, mapping } = current()
      const importId = uuid()
      const options = { writeId: importId, silent: true }
      const start = { fileName: fileName.slice(0, 500), noun: mapping.noun, state: 'running' as const, ...noCounts }
      const columns = mapping.columns.map(({ header, path }) => ({ header, field: path }))
      await book.write(
        { key: 'imported' },
        (draft) => void draft.create('imports', { id: importId, ...start, mapping: columns }),
        options,
      )
      const { report, cancelled } = await walk(rules, importId, control, onProgress, (planned) =>
        writePlanned(book, planned, options),
      )
      const { created, updated, unchanged, failed } = report.counts
      const state = cancelled ? ('cancelled' as const) : ('done' as const)
      await book.write(
        { key: 'imported' },
        (draft) => draft.update('imports', importId, { state, created, updated, unchanged, failed }),
        options,
      )
      return { ...report, importId, state }
    },
    mend: (words) => {
      const { table, tally, mapping } = current()
      const reasonOf = (problem: { code: keyof MendWords['reasons']; path?: string }) => {
        const name = problem.path === undefined ? undefined : words.paths[problem.path]
        return name === undefined ? words.reasons[problem.code] : `${name}: ${words.reasons[problem.code]}`
      }
      const bad = (tally?.bad() ?? []).map(({ row, problems }) => ({ row, reason: problems.map(reasonOf).join('; ') }))
      return mendFile(table, bad, words.header, mapping.source !== 'fairbook')
    },
    undo: (importId, onProgress) => undoImport(book, importId, (done, total) => onProgress({ done, total })),
  }
}

const noCounts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
