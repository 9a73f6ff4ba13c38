import type { Row } from '../../../shared/change/index.ts'

/** A page of a list: its rows, and how many there are in all, which is what the scroll bar shows. */
export type Listed = { count: number; rows: Row[] }

/** What is timed, in the same words for each way of keeping a book. Pages of lists give whole rows, 50 at a time. */
export type Contestant = {
  /** Puts rows in; called with one batch after the other. */
  load: (table: 'customers' | 'interactions', rows: readonly Row[]) => Promise<void>
  /** What is needed beside the rows before questions can be asked (indexes, columns). */
  prepare: () => Promise<void>
  first: () => Promise<Row[]>
  /** A page of the customers of a status, made since an instant, by name. */
  deepPage: (status: string, since: string, offset: number) => Promise<Listed>
  /** Customers with a word that begins with `a` and one that begins with `b`, by name. */
  search: (a: string, b: string) => Promise<Listed>
  /** The customer, and what hangs on it. */
  customerPage: (id: string) => Promise<Row[]>
  /** Customers since an instant, counted by status and month: `lead 2026-11` and how many. */
  grouped: (since: string) => Promise<[group: string, count: number][]>
  /** Takes a record to be edited, as a form does; what it gives is one durable change, and that is timed. */
  edit: (id: string) => Promise<(role: string) => Promise<void>>
  /** The same until the journal on disk has it too. */
  editInJournal?: (id: string) => Promise<(role: string) => Promise<void>>
  /** The same until the list by name has been read again. */
  editAndShow: (id: string) => Promise<(role: string) => Promise<Row[]>>
  /** Called at the end: writes down what is written down now and then. */
  close: () => Promise<void>
}

export const PAGE = 50
