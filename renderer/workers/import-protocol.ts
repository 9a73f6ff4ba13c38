import type { ErrorCode, ErrorParams } from '../../shared/app-error.ts'
import type { CustomFieldType, NounName } from '../../shared/domain/index.ts'
import type {
  ColumnMapping,
  DateOrder,
  FieldPath,
  FileFormat,
  ImportRules,
  Outcome,
  Problem,
  ProblemCode,
  SheetInfo,
  Table,
  TableOptions,
  Vocabulary,
  WordChoice,
} from '../../shared/import/index.ts'

/** What the worker must know of the book, and of the window's words. Fields of one's own it reads from the book. */
export type ImportSetup = {
  bookId: string
  device: string
  /** Of a locked book. */
  rowKey?: Uint8Array | undefined
  user: string | undefined
  vocabulary: Vocabulary
  /** Of the window: settles an encoding or a date that could be read in two ways. */
  language: string
  /** ISO 3166-1 alpha-2: where a phone without a country code is from, unless the rules say otherwise. */
  country: string | undefined
}

/** What the user chose instead of what was found. */
export type FileOptions = TableOptions & {
  /** Of a workbook: `SheetInfo.index`. */
  sheet?: number | undefined
  /** What the rows are, where the file does not tell or tells wrongly. */
  noun?: NounName | undefined
  /** Of customers: every row is such a one; null where each row tells by itself. */
  kind?: 'person' | 'company' | null | undefined
}

/** A column as understood so far, with what helps to decide about it. */
export type ColumnView = ColumnMapping & {
  /** Cells that are not blank. */
  filled: number
  /** For a field of one's own made of this column: the type its cells have, and the choices where they are few. */
  suggestion: { type: CustomFieldType; options: string[] }
}

/** What must be answered before the run: a day that can be read in two ways. `samples` are such cells. */
export type Question = { kind: 'dateOrder'; column: number; samples: string[] }

/** An earlier import of the very same file. */
export type Earlier = { importId: string; createdAt: string; createdBy?: string; state: string }

/** A file as understood so far. */
export type Analysis = Pick<Table, 'encoding' | 'delimiter' | 'headerRow' | 'head' | 'totals'> & {
  fileName: string
  format: FileFormat
  /** Of a workbook, else empty. */
  sheets: SheetInfo[]
  sheet: number | undefined
  noun: NounName
  kind: 'person' | 'company' | undefined
  /** Pipedrive's activities: what is done becomes an interaction, what is not a task. */
  mixed: boolean
  /** `fairbook`, the id of a preset, or nothing. */
  source: string | undefined
  /** The mapping and `rules` are those of an earlier import of a file with the same headers. */
  remembered: boolean
  rules: ImportRules
  rowCount: number
  columns: ColumnView[]
  questions: Question[]
  /** Imports of the same bytes that were not undone, the latest first. */
  earlier: Earlier[]
  /** Pictures of people, that become files of the customers. */
  photos: number
  /** Properties of cards that nobody needs. */
  leftOut: { property: string; count: number }[]
}

/** `dateSure`: the user has said which number is the day. */
export type ColumnChoice = { path: FieldPath; dateOrder: DateOrder; dateSure: boolean }

export type Counts = Record<Outcome, number> & {
  /** Companies made for people and deals, beside the rows. */
  companies: number
  /** New items of the owner's lists. */
  listItems: number
  /** Rows that came in without a cell or a link that could not be read. */
  partial: number
  /** Rows that come in though they look like a record that is there, or like another row. */
  duplicates: number
  /** Of a very long file: rows that were not compared for `duplicates`. */
  notCompared: number
}

/** A record or row that looks like this row. */
export type LikelyDuplicate = {
  /** Of the book, or made by an earlier row of the file (then `row` too). */
  id: string
  row?: number
  name: string
  probability: number
  reasons: readonly { field: string; level: string; weight: number }[]
}

/** What a row does. The first thousand of each outcome carry their `changes`. */
export type RowView = {
  /** Index in the table, and number in the file from 1. */
  row: number
  number: number
  outcome: Outcome
  /** What the record is called. */
  name: string
  table: NounName
  /** The record of the book that the row is about, where there is one already. */
  id?: string
  /** By what it was found: `id`, `sourceId`, `email`, `phone`, `name`, a field's name, `natural`, `duplicate`. */
  matchedBy?: string
  problems: Problem[]
  /** By field, or `emails/…`: texts as the record holds them. Absent where they were not kept. */
  changes?: { path: string; before?: unknown; after?: unknown }[]
  /** By id what the import itself makes and the changes point to: companies and items of lists, not in the book yet. */
  names: Readonly<Record<string, string>>
  duplicates: LikelyDuplicate[]
}

/** Which rows to list. `problems`: everything with something to tell. */
export type RowSet = Outcome | 'all' | 'problems' | 'duplicates'

/** What a dry run or the run found. */
export type ImportReport = {
  counts: Counts
  /** How often what is wrong where, the most frequent first, with one value as an example. */
  problems: { code: ProblemCode; path: FieldPath; count: number; sample: string }[]
  /** How many rows `problems` are of, hints included. */
  toldCount: number
  /** How many rows are in the file to mend. */
  badCount: number
  /** Unanswered: the run refuses. */
  questions: Question[]
}

export type ImportResult = ImportReport & {
  importId: string
  state: 'done' | 'cancelled'
  /** To be fetched with `photos` and stored; then `finish`. None when 0: the import is over. */
  photos: number
}
export type Progress = { done: number; total: number }

/** A picture and the customer it is of. */
export type PhotoOf = { customerId: string; name: string; type: string; bytes: Uint8Array }

/** A run that was broken off on this device. */
export type Resumable = {
  importId: string
  fileName: string
  noun: NounName
  createdAt: string
  createdBy?: string
  rowsDone: number
  rowsTotal: number
}

/** The words that the file of bad rows is written in. */
export type MendWords = { header: string; reasons: Record<ProblemCode, string>; paths: Record<FieldPath, string> }

/** A `file` is whatever the window calls it; several may be open at once. Check and run one after the other. */
export type Command =
  | { command: 'setup'; setup: ImportSetup }
  | { command: 'open'; file: string; bytes: Uint8Array; fileName: string }
  | { command: 'reread'; file: string; options: FileOptions }
  | { command: 'remap'; file: string; columns: ColumnChoice[] }
  | { command: 'words'; file: string; rules: ImportRules }
  | { command: 'check'; file: string; rules: ImportRules }
  | { command: 'rows'; file: string; set: RowSet; offset: number; limit: number }
  | { command: 'run'; file: string; rules: ImportRules }
  | { command: 'photos'; file: string; offset: number; limit: number }
  | { command: 'finish'; file: string }
  | { command: 'mend'; file: string; words: MendWords }
  | { command: 'close'; file: string }
  | { command: 'undo'; importId: string }
  | { command: 'resumable' }
  | { command: 'resume'; file: string; importId: string }
  | { command: 'abandon'; importId: string }
  | { command: 'control'; action: 'pause' | 'resume' | 'cancel' }

export type CommandName = Command['command']
export type CommandResults = {
  setup: null
  open: Analysis
  reread: Analysis
  remap: Analysis
  /** Per column of choices: which word of the file means what. */
  words: WordChoice[]
  check: ImportReport
  rows: { count: number; rows: RowView[] }
  run: ImportResult
  photos: PhotoOf[]
  finish: null
  mend: string
  close: null
  undo: { undone: number; kept: { table: NounName; id: string }[] }
  resumable: Resumable[]
  resume: ImportResult
  /** Leaves a broken-off import as it is: what came in stays and can be undone. */
  abandon: null
  control: null
}

export type ImportRequest = { id: number } & Command
export type ImportReply =
  | { id: number; result: unknown }
  | { id: number; error: { code: ErrorCode; params: ErrorParams } }
  | { progress: Progress }
