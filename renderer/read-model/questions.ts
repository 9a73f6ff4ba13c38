import type { NounName } from '../../shared/domain/index.ts'
import { asksNothing, parseTextQuery } from '../../shared/search/index.ts'
import { aggregate } from './aggregate.ts'
import type { AggregateQuery, AggregateRow, SearchHit, SelectQuery, SelectResult } from './api.ts'
import { applyFilter } from './filter-mask.ts'
import { readCell } from './held-column.ts'
import type { Labels } from './labels.ts'
import { ALIVE, NOUNS, type Tables, TRASHED } from './noun-table.ts'
import { rankHits } from './ranking.ts'
import { defaultSorts, type Sorter } from './sorting.ts'
import { type Mask, textMask } from './text-mask.ts'

type Fitting = Pick<SelectQuery, 'noun' | 'text' | 'filter' | 'trash'>

/** Answers from what is in memory, at once. */
export type Questions = {
  select: (query: SelectQuery) => SelectResult
  search: (text: string, limit: number) => SearchHit[]
  aggregate: (query: AggregateQuery) => AggregateRow[]
  values: (noun: NounName, ids: readonly string[], columns: readonly string[]) => (string | number | null)[][]
  distinct: (noun: NounName, column: string, limit: number) => { value: string; count: number }[]
  /** Forgets masks of the past, after every change and at midnight. */
  forget: () => void
}

/** Masks are kept for the pages that follow of the same list. */
const KEPT_MASKS = 8

export const createQuestions = (tables: Tables, labels: Labels, sorter: Sorter, today: () => number): Questions => {
  const masks = new Map<string, { mask: Mask; count: number }>()

  const compute = ({ noun, text = '', filter = [], trash = false }: Fitting): Mask => {
    const table = tables[noun]
    const size = table.ids.size
    const query = parseTextQuery(text)
    const mask = asksNothing(query) ? new Uint8Array(size).fill(1) : textMask(table, query, size)
    const wanted = trash ? TRASHED : ALIVE
    for (let slot = 0; slot < size; slot += 1) if (table.state[slot] !== wanted) mask[slot] = 0
    applyFilter(mask, table, filter, { tables, labels, today: today() })
    return mask
  }
  const fitting = (query: Fitting): { mask: Mask; count: number } => {
    const key = JSON.stringify([query.noun, query.text, query.filter, query.trash])
    const held = masks.get(key)
    if (held !== undefined) return held
    const mask = compute(query)
    let count = 0
    for (const fits of mask) count += fits
    const made = { mask, count }
    const oldest = masks.size >= KEPT_MASKS ? masks.keys().next().value : undefined
    if (oldest !== undefined) masks.delete(oldest)
    masks.set(key, made)
    return made
  }
  return {
    select: (query) => {
      const { mask, count } = fitting(query)
      const { ids } = tables[query.noun]
      const found: string[] = []
      const order = sorter.order(query.noun, query.sort ?? defaultSorts[query.noun])
      let toSkip = query.offset
      const wanted = Math.min(query.limit, Math.max(0, count - query.offset))
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
          mask: fitting({ noun, text }).mask,
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
    forget: () => masks.clear(),
  }
}
