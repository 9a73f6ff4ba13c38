import type { Filter, NounName } from '../../shared/domain/index.ts'
import { asksNothing, parseTextQuery } from '../../shared/search/index.ts'
import { aggregate } from './aggregate.ts'
import type { AggregateQuery, AggregateRow, Archived, SearchHit, SelectQuery, SelectResult, Verdict } from './api.ts'
import { explain } from './explain.ts'
import { applyFilter, type FilterContext } from './filter-mask.ts'
import { readCell } from './held-column.ts'
import { createKeeper } from './keeper.ts'
import type { Labels } from './labels.ts'
import { linksTo } from './links.ts'
import { ALIVE, ARCHIVED, NOUNS, type NounTable, type Tables, TRASHED } from './noun-table.ts'
import { rankHits } from './ranking.ts'
import type { Segments } from './segments.ts'
import { defaultSorts, type Sorter } from './sorting.ts'
import { type Mask, textMask } from './text-mask.ts'

type Fitting = Pick<SelectQuery, 'noun' | 'text' | 'filter' | 'trash' | 'archived'>

/** Answers from what is in memory, at once. */
export type Questions = {
  select: (query: SelectQuery) => SelectResult
  search: (text: string, limit: number) => SearchHit[]
  aggregate: (query: AggregateQuery) => AggregateRow[]
  values: (noun: NounName, ids: readonly string[], columns: readonly string[]) => (string | number | null)[][]
  distinct: (noun: NounName, column: string, limit: number) => { value: string; count: number }[]
  explain: (noun: NounName, id: string, filter: Filter) => Verdict[]
  /** Forgets masks of the past, after every change and at midnight. */
  forget: () => void
}

/** Masks are kept for the pages that follow of the same list. */
const KEPT_MASKS = 8
/** Segments and measures of what is linked: for the filters that follow, which often share them. */
const KEPT_PARTS = 24

/** Whether a record's customers are all archived; never for one that has none. */
const outWithCustomers = (tables: Tables, table: NounTable): ((slot: number) => boolean) => {
  const links = linksTo(table, 'customers')
  const { state } = tables.customers
  return (slot) => {
    let archived = false
    for (const { links: to } of links) {
      const link = to[slot] ?? 0
      if (link === 0) continue
      if (state[link - 1] !== ARCHIVED) return false
      archived = true
    }
    return archived
  }
}

export const createQuestions = (
  book: { tables: Tables; labels: Labels; segments: Segments },
  sorter: Sorter,
  today: () => number,
): Questions => {
  const { tables, labels, segments } = book
  const masks = createKeeper<{ mask: Mask; count: number }>(KEPT_MASKS)
  const parts = createKeeper<ReturnType<Parameters<FilterContext['kept']>[1]>>(KEPT_PARTS)
  const context = (): FilterContext => ({ ...book, today: today(), kept: parts.kept })

  /** Leaves in `mask` what is there: not in the trash (or only that), and archived or not as asked. */
  const keepPresent = (mask: Mask, table: NounTable, trash: boolean, archived: Archived): void => {
    const { state } = table
    if (trash) {
      for (let slot = 0; slot < mask.length; slot += 1) if (state[slot] !== TRASHED) mask[slot] = 0
      return
    }
    const [alive, away] = [archived !== 'only', archived !== 'out']
    if (table.noun === 'customers') {
      for (let slot = 0; slot < mask.length; slot += 1)
        if (!((alive && state[slot] === ALIVE) || (away && state[slot] === ARCHIVED))) mask[slot] = 0
      return
    }
    const isOut = outWithCustomers(tables, table)
    for (let slot = 0; slot < mask.length; slot += 1)
      if (state[slot] !== ALIVE || (!(alive && away) && mask[slot] === 1 && isOut(slot) === alive)) mask[slot] = 0
  }
  const archivedFor = ({ noun, filter = [], archived }: Fitting): Archived =>
    archived ?? (noun === 'customers' && !segments.mentions(filter, 'archivedAt') ? 'out' : 'with')

  const compute = (asked: Fitting): Mask => {
    const { noun, text = '', filter = [], trash = false } = asked
    const table = tables[noun]
    const size = table.ids.size
    const query = parseTextQuery(text)
    const mask = asksNothing(query) ? new Uint8Array(size).fill(1) : textMask(table, query, size)
    keepPresent(mask, table, trash, archivedFor(asked))
    applyFilter(mask, table, filter, context())
    return mask
  }
  const fitting = (query: Fitting): { mask: Mask; count: number } =>
    masks.kept(JSON.stringify([query.noun, query.text, query.filter, query.trash, query.archived]), () => {
      const mask = compute(query)
      let count = 0
      for (const fits of mask) count += fits
      return { mask, count }
    })
  return {
    select: (query) => {
      const { mask, count } = fitting(query)
      const { ids } = tables[query.noun]
      const found: string[] = []
      const wanted = Math.min(query.limit, Math.max(0, count - query.offset))
      if (wanted <= 0) return { ids: found, count }
      const order = sorter.order(query.noun, query.sort ?? defaultSorts[query.noun])
      let toSkip = query.offset
      for (let place = 0; place < order.length && found.length < wanted; place += 1) {
        const slot = order[place] ?? 0
        if (mask[slot] !== 1) continue
        if (toSkip > 0) toSkip -= 1
        else found.push(ids.idAt(slot))
      }
      return { ids: found, count }
    },
    search: (text, limit) => {
      const query = parseTextQuery(text)
      if (asksNothing(query) || limit <= 0) return []
      return rankHits(
        NOUNS.map((noun) => ({
          table: tables[noun],
          mask: fitting({ noun, text, archived: 'with' }).mask,
          order: sorter.order(noun, defaultSorts[noun]),
        })),
        query,
        limit,
      )
    },
    aggregate: (query) => aggregate(tables[query.noun], fitting(query).mask, query, labels),
    values: (noun, ids, columns) =>
      ids.map((id) => {
        const table = tables[noun]
        const slot = table.ids.find(id)
        return columns.map((key) => {
          const column = table.columns.get(key)
          return slot < 0 || column === undefined ? null : readCell(column, slot)
        })
      }),
    distinct: (noun, column, limit) =>
      aggregate(tables[noun], fitting({ noun }).mask, { groupBy: [{ column }], measures: [{ kind: 'count' }] }, labels)
        .flatMap(({ keys: [value = ''], values: [count = 0] }) => (value === '' ? [] : [{ value, count }]))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, limit),
    explain: (noun, id, filter) => {
      const table = tables[noun]
      return explain(table, table.ids.find(id), filter, context())
    },
    forget: () => {
      masks.forget()
      parts.forget()
    },
  }
}
