import type { Filter, NounName } from '../../shared/domain/index.ts'

export type Sort = { column: string; descending?: boolean }

/** What a list asks. `text` is as typed; every word must begin a word of the record. `trash`: only what is deleted. */
export type SelectQuery = {
  noun: NounName
  text?: string
  filter?: Filter
  sort?: Sort
  offset: number
  limit: number
  trash?: boolean
}

/** `count` is of all that fit, not only of `ids`. */
export type SelectResult = { ids: string[]; count: number }

export type SearchHit = { noun: NounName; id: string }

/** One axis of a grouping. Instants and days group by a calendar unit (keys `2026`, `2026-11`, `2026-W47`, `2026-11-22`). */
export type GroupBy = { column: string; unit?: 'day' | 'week' | 'month' | 'year' }
/**
 * What is counted in a group: rows, the sum of a column (money in minor units), or a deal's value times probability
 * (minor units). Money of several currencies is never added up: group by the currency column.
 */
export type Measure = { kind: 'count' } | { kind: 'sum'; column: string } | { kind: 'weighted' }

export type AggregateQuery = {
  noun: NounName
  text?: string
  filter?: Filter
  groupBy: readonly GroupBy[]
  measures: readonly Measure[]
}

/** `keys` in the order of `groupBy` ('' for no value; a tags column counts a record under each), `values` of `measures`. */
export type AggregateRow = { keys: string[]; values: number[] }

/** The answers about the book, from memory, in a worker. Every call waits until the model covers the newest write. */
export type ReadModel = {
  select: (query: SelectQuery) => Promise<SelectResult>
  /** Best hits over all nouns, customers first. */
  search: (text: string, limit: number) => Promise<SearchHit[]>
  aggregate: (query: AggregateQuery) => Promise<AggregateRow[]>
  /** Values of columns for given records, in their order: for computed columns of the rows on screen. */
  values: (noun: NounName, ids: readonly string[], columns: readonly string[]) => Promise<(string | number | null)[][]>
  /** The distinct values of a column with their counts, most frequent first (tags, cities): for filters and pickers. */
  distinct: (noun: NounName, column: string, limit: number) => Promise<{ value: string; count: number }[]>
  /** Called after every change of the answers; returns how to stop. */
  subscribe: (listener: () => void) => () => void
}
