import type { FieldPath } from './paths.ts'

/**
 * By what a row finds the record it is about: `sourceId`, `email`, `phone`, `name` (customers), `title`, `customer`,
 * `value` (deals), or the name of a unique field of one's own.
 */
export type MatchField = string

/** What the user decides about a whole file. Kept with the import, and proposed again for the same headers. */
export type ImportRules = {
  mode: 'create' | 'update' | 'both'
  /**
   * `auto`: id, source id, e-mail, phone, name with company; of deals, interactions and tasks what makes them one.
   * `none`: every row is a new record (one that has the row's own source id is still found).
   */
  match: 'auto' | 'none' | readonly MatchField[]
  /** On update: the file's value replaces the book's, or only fills what is empty. Blank cells never overwrite. */
  wins: 'file' | 'book'
  /** A row with a cell that can't be read: left out whole, or taken without the cell. */
  badCells: 'skipRow' | 'skipCell'
  /** A row that is likely about a record which it does not match surely. */
  duplicates: 'create' | 'skip' | 'update'
  /** ISO 3166-1 alpha-2, for phones without a country code; the book's where undefined. */
  country?: string | undefined
  /** ISO 4217, for amounts without one; the book's where undefined. */
  currency?: string | undefined
  /** Values of new records where the file has none, as a record holds them: status, source, owner, pipelineId … */
  defaults: Readonly<Record<string, string | number | boolean>>
  /** On every customer of the batch, new or updated; '' for none. */
  tag: string
  /** By path and folded word of the file: the option, stage or list item it means; '' leaves the cell out. */
  words: Readonly<Record<FieldPath, Readonly<Record<string, string>>>>
}

export const defaultRules: ImportRules = {
  mode: 'both',
  match: 'auto',
  wins: 'file',
  badCells: 'skipRow',
  duplicates: 'create',
  defaults: {},
  tag: '',
  words: {},
}

/** The words of one column of choices. `key` is what `ImportRules.words` calls a word. */
export type WordChoice = {
  path: FieldPath
  column: number
  words: {
    key: string
    text: string
    count: number
    /** The option, list item or stage; undefined where none fits: a new item of a list, else a cell that can't be read. */
    value: string | undefined
    by: 'name' | 'source' | 'default' | 'user' | 'none'
  }[]
}
