import type { Catalog, Customer, NounName, Pipeline } from '../domain/index.ts'
import type { Choices, NewListItem } from './choices.ts'
import type { Incoming } from './incoming.ts'
import type { LikelyRecord } from './likely.ts'
import type { RecordPatch } from './merge-in.ts'
import type { Preset } from './presets/index.ts'
import type { Problem } from './problem.ts'
import type { EarlierRows } from './row-ids.ts'
import type { ImportRules } from './rules.ts'
import type { Vocabulary } from './vocabulary.ts'

export const outcomes = ['created', 'updated', 'skipped', 'unchanged', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

export type BookRow = Record<string, unknown> & { id: string }

/** What is to be written for a row; a row that is not created or updated writes nothing. */
export type Write =
  | { op: 'create'; table: NounName; record: BookRow }
  | { op: 'update'; table: NounName; id: string; patch: RecordPatch }
  | { op: 'listItem'; item: NewListItem & { importId: string } }

export type Planned = {
  row: number
  table: NounName
  outcome: Outcome
  /** The record that the row is about, or that it makes. */
  id: string | undefined
  /** By what the record of the book was found. */
  matchedBy?: string
  problems: Problem[]
  writes: Write[]
  /** The record before an update. */
  before?: BookRow
  likely: LikelyRecord[]
  /** What the row calls its record. */
  name: string
}

/** The book as the planner needs it. */
export type Lookup = (table: NounName, ids: readonly string[]) => Promise<ReadonlyMap<string, BookRow>>

/** Ids that a row always gets again, so that an import that was broken off ends as if it had not been. */
export type RowIds = {
  startRow: (row: number) => void
  /** Of the row's own record. */
  own: () => string
  /** One more, for what it makes beside. */
  next: () => string
}

export type PlanOptions = {
  noun: NounName
  importId: string
  fileName: string
  /** ISO instant: when the import began. */
  now: string
  catalog: Catalog
  vocabulary: Vocabulary
  preset: Preset | undefined
  choices: Choices
  pipelines: readonly Pipeline[]
  rules: ImportRules
  /** ISO 4217, of the book. */
  currency: string
  /** ISO 3166-1 alpha-2, of phones in links. */
  country: string | undefined
  /** From an export of Fairbook: records are known by their id. */
  exact: boolean
  /** The ids that the file itself brings. */
  fileIds: ReadonlySet<string>
  ids: RowIds
  lookup: Lookup
  /** Whether a row is about someone who was erased on their own wish. */
  isBlocked: (incoming: Incoming) => boolean
  /** Look for likely duplicates; else they are as `decided` says, by row. */
  findLikely: boolean
  decided?: ReadonlyMap<number, string>
  /** What imports of these very rows did before this one. */
  earlier: EarlierRows
  /** Records that rows before these were about, when an import goes on. */
  taken?: Iterable<string>
}

export type Planner = {
  /** Tells a record of the book, before planning. Those in the trash are not to be told. */
  learn: (table: NounName, record: BookRow) => void
  /** Plans some rows, after those before them. */
  plan: (rows: readonly Incoming[]) => Promise<Planned[]>
  /** Companies and list items made beside the rows so far, and rows of which nobody asked whether they are likely duplicates. */
  made: () => { companies: number; listItems: number; notCompared: number }
}

/** A row of the table `customers`, as the book holds it. */
export const asCustomer = (record: BookRow): Customer => record as unknown as Customer
