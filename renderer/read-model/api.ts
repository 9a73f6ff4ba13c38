import type { Filter, NounName } from '../../shared/domain/index.ts'

export type Sort = { column: string; descending?: boolean }

/**
 * Whether what is archived is left out, counted like the rest, or asked for alone. Of a noun that is not archived
 * itself: those whose customers all are. Without it customers are left out, unless the filter speaks of `archivedAt`
 * itself, and the other nouns are all there.
 */
export type Archived = 'out' | 'with' | 'only'

/** What a list asks. `text` is as typed; every word must begin a word of the record. `trash`: only what is deleted. */
export type SelectQuery = {
  noun: NounName
  text?: string
  filter?: Filter
  sort?: Sort
  offset: number
  limit: number
  trash?: boolean
  archived?: Archived
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
  archived?: Archived
}

/** `keys` in the order of `groupBy` ('' for no value; a tags column counts a record under each), `values` of `measures`. */
export type AggregateRow = { keys: string[]; values: number[] }

/**
 * What one part of a filter says of one record. `of` are the verdicts of what it is made of: a group's parts, or the
 * conditions of a live segment of the same noun. `value` is what was compared, as `values` gives it; of related
 * records their measure (a number, or an instant or a day in ISO 8601; null for never).
 */
export type Verdict = {
  fits: boolean
  value?: string | number | null
  of?: Verdict[]
  /** Why no record can fit: a segment that is gone, or one that comes back to itself. */
  broken?: 'missing' | 'cycle'
}

/** The answers about the book, from memory, in a worker. Every call waits until the model covers the newest write. */
export type ReadModel = {
  select: (query: SelectQuery) => Promise<SelectResult>
  /** Best hits over all nouns, customers first; archived customers after the others. */
  search: (text: string, limit: number) => Promise<SearchHit[]>
  aggregate: (query: AggregateQuery) => Promise<AggregateRow[]>
  /** Values of columns for given records, in their order: for computed columns of the rows on screen. */
  values: (noun: NounName, ids: readonly string[], columns: readonly string[]) => Promise<(string | number | null)[][]>
  /** The distinct values of a column with their counts, most frequent first (tags, cities): for filters and pickers. */
  distinct: (noun: NounName, column: string, limit: number) => Promise<{ value: string; count: number }[]>
  /** How a record fares with each part of a filter, in their order. */
  explain: (noun: NounName, id: string, filter: Filter) => Promise<Verdict[]>
  /** Called after every change of the answers; returns how to stop. */
  subscribe: (listener: () => void) => () => void
}
