import { type Filter, type FilterNode, isCondition } from '../../shared/domain/index.ts'
import type { Verdict } from './api.ts'
import { applyFilter, type FilterContext, measured } from './filter-mask.ts'
import { readCell } from './held-column.ts'
import type { NounTable } from './noun-table.ts'
import { printMeasure } from './related.ts'
import { ruleOf } from './segments.ts'

/** Where parts are told for themselves though they can't be decided, this deep is enough. */
const DEEPEST = 12

const details = (table: NounTable, slot: number, node: FilterNode, context: FilterContext, depth: number) => {
  if (isCondition(node)) {
    const column = table.columns.get(node.column)
    return { value: column === undefined ? null : readCell(column, slot) }
  }
  if (node.op === 'related') return { value: printMeasure(node, measured(table, node, context), slot) }
  if ('of' in node) return { of: explain(table, slot, node.of, context, depth + 1) }
  const segment = context.segments.get(node.segment)
  if (segment?.noun !== table.noun || segment.kind === 'fixed') return {}
  return { of: explain(table, slot, ruleOf(segment), context, depth + 1) }
}

/** How the record of a slot fares with each part of a filter. */
export const explain = (table: NounTable, slot: number, filter: Filter, context: FilterContext, depth = 0): Verdict[] =>
  filter.map((node) => {
    const broken = context.segments.broken([node])
    if (broken !== undefined && ('segment' in node || node.op === 'related' || depth > DEEPEST))
      return { fits: false, broken }
    const mask = new Uint8Array(table.ids.size)
    mask[slot] = 1
    applyFilter(mask, table, [node], context)
    return { fits: mask[slot] === 1, ...details(table, slot, node, context, depth) }
  })
