import type { NounName } from '../domain/index.ts'

/** The words that the window knows, in every language: what an export writes and an import reads. */
export type Vocabulary = {
  /** By language and noun: the header of an exported column, to its path. A number in a header stands as `#` in both. */
  headers: Readonly<Record<string, Readonly<Record<NounName, Readonly<Record<string, string>>>>>>
  /** By `<noun>.<field>` and option, as their messages are called: its labels in all languages. */
  options: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** By id of a list item that came with the program: its labels in all languages. */
  listItems: Readonly<Record<string, readonly string[]>>
  /** By id of a stage or pipeline that came with the program: its labels in all languages. */
  stages: Readonly<Record<string, readonly string[]>>
  /** What the column of reasons in a file to mend is called, in all languages. */
  reasonHeaders: readonly string[]
}

/** The headers that tell an export of Fairbook and carry the records' ids. The same in every language. */
export const idHeaders = {
  customers: 'Fairbook ID',
  deals: 'Fairbook deal ID',
  interactions: 'Fairbook interaction ID',
  tasks: 'Fairbook task ID',
} as const satisfies Record<NounName, string>

/** Where a vocabulary keeps the labels of e-mails and phones, and the kinds of addresses. */
export const LABEL_OPTIONS = 'entry.label'
export const ADDRESS_KIND_OPTIONS = 'address.kind'
