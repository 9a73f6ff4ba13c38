import type { Row } from '../../../shared/change/index.ts'

/** What is timed, in the same words for each way of keeping a book. Pages of lists give whole rows, 50 at a time. */
export type Contestant = {
  /** Puts rows in; called with one batch after the other. */
  load: (table: 'customers' | 'interactions', rows: readonly Row[]) => Promise<void>
  /** What is needed beside the rows before questions can be asked (indexes, columns). */
  prepare: () => Promise<void>
  first: () => Promise<Row[]>
  /** A page of the customers of a status, made since an instant, by name. */
  deepPage: (status: string, since: string, offset: number) => Promise<Row[]>
  /** Customers with a word that begins with `a` and one that begins with `b`, by name. */
  search: (a: string, b: string) => Promise<Row[]>
  /** The customer and its interactions. */
  customerPage: (id: string) => Promise<Row[]>
  /** Customers since an instant, counted by status and month; the number of groups. */
  grouped: (since: string) => Promise<number>
  /** One durable change of one customer. */
  save: (id: string, role: string) => Promise<void>
  /** The same until the list by name has been read again. */
  saveAndShow: (id: string, role: string) => Promise<Row[]>
}

export const PAGE = 50
