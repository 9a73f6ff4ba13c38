import type { Filter, Related } from '../../shared/domain/index.ts'
import { dayOf, type HeldColumn, type NumberColumn, printNumber, type TextColumn } from './held-column.ts'
import { eachLinked, linksTo } from './links.ts'
import { ALIVE, type NounTable, type Tables } from './noun-table.ts'
import type { Mask } from './text-mask.ts'

export type RelatedContext = {
  tables: Tables
  today: number
  currency: string | undefined
  /** The present records of a table that fit a filter. */
  fitting: (table: NounTable, filter: Filter) => Mask
}

/** The measure of each record; `column` is what was measured, where it is a column. */
export type Measured = { values: Float64Array; column: NumberColumn | undefined }

/** The column to be measured, where that makes sense: numbers have a sum, days and instants a last one. */
const measuredColumn = (other: NounTable, { measure, column: key }: Related): NumberColumn | undefined => {
  const column = key === undefined ? undefined : other.columns.get(key)
  return column?.kind === 'number' && (column.scale === 'plain') === (measure === 'sum') ? column : undefined
}

/** The column that says in which currency an amount is. */
export const currencyColumn = (table: NounTable, measured: HeldColumn | undefined): TextColumn | undefined => {
  const key = measured?.domain.field?.currencyField
  const column = key === undefined ? undefined : table.columns.get(key)
  return column?.kind === 'text' ? column : undefined
}

/** Calls `add` for each record of `table` with each record of the other noun that is linked with it. */
const eachPair = (
  table: NounTable,
  other: NounTable,
  mask: Mask,
  by: string | undefined,
  add: (slot: number, source: number) => void,
): void => {
  const keys = by === undefined ? undefined : [by]
  const towards = linksTo(other, table.noun, keys)
  if (towards.length > 0) {
    for (let source = 0; source < mask.length; source += 1)
      if (mask[source] === 1) eachLinked(towards, source, (slot) => add(slot, source))
    return
  }
  const from = linksTo(table, other.noun, keys)
  if (from.length === 0) return
  for (let slot = 0; slot < table.ids.size; slot += 1)
    eachLinked(from, slot, (source) => {
      if (mask[source] === 1) add(slot, source)
    })
}

/** The records of `table` that are linked with one of the other noun's in `mask`. */
export const linkedWith = (table: NounTable, other: NounTable, mask: Mask): Mask => {
  const linked = new Uint8Array(table.ids.size)
  eachPair(table, other, mask, undefined, (slot) => {
    linked[slot] = 1
  })
  return linked
}

/** Measures what is linked with each record, in one pass. No records: a count and a sum of 0, and no last (NaN). */
export const measureRelated = (table: NounTable, node: Related, context: RelatedContext): Measured => {
  const other = context.tables[node.noun]
  const mask = context.fitting(other, node.filter)
  for (let slot = 0; slot < mask.length; slot += 1) if (other.state[slot] !== ALIVE) mask[slot] = 0
  const column = measuredColumn(other, node)
  const sums = new Float64Array(table.ids.size).fill(node.measure === 'last' ? Number.NaN : 0)
  if (node.measure === 'count') {
    eachPair(table, other, mask, node.by, (slot) => {
      sums[slot] = (sums[slot] ?? 0) + 1
    })
    return { values: sums, column: undefined }
  }
  const valueAt = (source: number): number => column?.values[source] ?? Number.NaN
  if (node.measure === 'sum') {
    const currency = currencyColumn(other, column)
    const counts = (source: number) =>
      currency === undefined || currency.dictionary.textAt(currency.codes[source] ?? 0) === context.currency
    eachPair(table, other, mask, node.by, (slot, source) => {
      const value = valueAt(source)
      if (!Number.isNaN(value) && counts(source)) sums[slot] = (sums[slot] ?? 0) + value
    })
    return { values: sums, column }
  }
  eachPair(table, other, mask, node.by, (slot, source) => {
    const value = valueAt(source)
    const held = sums[slot] ?? Number.NaN
    if (!Number.isNaN(value) && !(held >= value)) sums[slot] = value
  })
  return { values: sums, column }
}

/** Judges a record's measure. Of `last` without a number of days: whether there is one at all. */
export const measureFits = (
  node: Related,
  { values, column }: Measured,
  today: number,
): ((slot: number) => boolean) => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, before, within } = node
  const valueAt = (slot: number): number => values[slot] ?? Number.NaN
  if (node.measure !== 'last') return (slot) => valueAt(slot) >= from && valueAt(slot) <= to
  return (slot) => {
    const value = valueAt(slot)
    if (column === undefined || Number.isNaN(value)) return before !== undefined && within === undefined
    const day = dayOf(column, value)
    return (
      (before === undefined || day < today - before) &&
      (within === undefined || (day >= today - within && day <= today))
    )
  }
}

/** A record's measure as it is told: a number, or of `last` the day or instant, null for never. */
export const printMeasure = (node: Related, { values, column }: Measured, slot: number): string | number | null => {
  const value = values[slot] ?? Number.NaN
  if (Number.isNaN(value)) return null
  return node.measure === 'last' && column !== undefined ? printNumber(column, value) : value
}
