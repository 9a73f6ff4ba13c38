import type { NounName } from '../domain/index.ts'

/** The words and names that an export needs, in one language. */
export type ExportContext = {
  /** The header of a column by its path; a number in the path is part of the header. */
  header: (path: string) => string
  /** The label of an option, by `<noun>.<field>`. */
  option: (key: string, option: string) => string
  /** The name of a list item. */
  listItem: (id: string) => string | undefined
  /** The name of a linked record. */
  linkName: (target: string, id: string) => string | undefined
  stageName: (pipelineId: string, stageId: string) => string | undefined
  /** A column computed from other records, as the read model knows it. */
  rollup: (id: string, column: string) => string | number | undefined
  /** ISO 4217, of sums over the book. */
  currency: string
}

export type ExportRecord = Readonly<Record<string, unknown>> & { id: string }

/** One column of an export. `path` is what an import maps it to; paths that begin with `@` are only for reading. */
export type ExportColumn = { path: string; read: (record: ExportRecord, context: ExportContext) => string }

export type ExportNoun = NounName
