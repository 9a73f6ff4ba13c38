import type { ErrorCode, ErrorParams } from '../../shared/app-error.ts'
import type { NounName } from '../../shared/domain/index.ts'
import type {
  ColumnMapping,
  DateOrder,
  FieldPath,
  Outcome,
  Problem,
  ProblemCode,
  Table,
  TableOptions,
  Vocabulary,
} from '../../shared/import/index.ts'

/** What the worker must know of the book, and of the window's words. */
export type ImportSetup = {
  bookId: string
  device: string
  user: string | undefined
  vocabulary: Vocabulary
  /** Of the window: settles an encoding or a date that could be read in two ways. */
  language: string
  /** ISO 3166-1 alpha-2: where a phone without a country code is from. */
  country: string | undefined
}

/** A file as understood so far. */
export type Analysis = Pick<Table, 'encoding' | 'delimiter' | 'headerRow' | 'head' | 'totals'> & {
  fileName: string
  noun: NounName
  /** `fairbook`, the id of a preset, or nothing. */
  source: string | undefined
  rowCount: number
  columns: ColumnMapping[]
}

export type ColumnChoice = { path: FieldPath; dateOrder: DateOrder }
export type ImportRules = { badCells: 'skipRow' | 'skipCell' }

export type Counts = Record<Outcome, number> & {
  /** Companies made for people, beside the rows. */
  companies: number
  /** Rows that came in without a cell that could not be read. */
  partial: number
}

export type BadRow = { number: number; problems: Problem[] }
/** What a dry run or the run found. */
export type ImportReport = {
  counts: Counts
  /** How often what is wrong where, the most frequent first, with one value as an example. */
  problems: { code: ProblemCode; path: FieldPath; count: number; sample: string }[]
  /** The first of them. */
  badRows: BadRow[]
  badCount: number
}

export type ImportResult = ImportReport & { importId: string; state: 'done' | 'cancelled' }
export type Progress = { done: number; total: number }

/** The words that the file of bad rows is written in. */
export type MendWords = { header: string; reasons: Record<ProblemCode, string>; paths: Record<FieldPath, string> }

export type Command =
  | { command: 'setup'; setup: ImportSetup }
  | { command: 'open'; bytes: Uint8Array; fileName: string }
  | { command: 'reread'; options: TableOptions }
  | { command: 'remap'; columns: ColumnChoice[] }
  | { command: 'check'; rules: ImportRules }
  | { command: 'run'; rules: ImportRules }
  | { command: 'mend'; words: MendWords }
  | { command: 'undo'; importId: string }
  | { command: 'control'; action: 'pause' | 'resume' | 'cancel' }

export type CommandName = Command['command']
export type CommandResults = {
  setup: null
  open: Analysis
  reread: Analysis
  remap: Analysis
  check: ImportReport
  run: ImportResult
  mend: string
  undo: { undone: number; kept: string[] }
  control: null
}

export type ImportRequest = { id: number } & Command
export type ImportReply =
  | { id: number; result: unknown }
  | { id: number; error: { code: ErrorCode; params: ErrorParams } }
  | { progress: Progress }
