import type { AggregateQuery, AggregateRow, GroupBy, Measure } from './api.ts'
import { unitKey } from './calendar.ts'
import { type HeldColumn, printNumber, unitsOf, VALUE_SEPARATOR } from './held-column.ts'
import type { Labels } from './labels.ts'
import type { NounTable } from './noun-table.ts'
import type { Mask } from './text-mask.ts'

/** One axis: a small number for each record, and what each number is called. */
type Axis = {
  bucketAt: (slot: number) => number
  size: number
  keys: (bucket: number) => readonly string[]
}

const textAxis = (codes: Uint32Array, size: number, textAt: (code: number) => string, several: boolean): Axis => ({
  bucketAt: (slot) => codes[slot] ?? 0,
  size,
  keys: (code) => (several && code !== 0 ? textAt(code).split(VALUE_SEPARATOR) : [textAt(code)]),
})

/** Numbers the distinct values of an axis that has no dictionary. */
const numberedAxis = (valueAt: (slot: number) => number, size: number, key: (value: number) => string): Axis => {
  const buckets = new Map<number, number>()
  const values: number[] = []
  const held = new Int32Array(size)
  for (let slot = 0; slot < size; slot += 1) {
    const value = valueAt(slot)
    let bucket = buckets.get(value)
    if (bucket === undefined) {
      bucket = values.length
      buckets.set(value, bucket)
      values.push(value)
    }
    held[slot] = bucket
  }
  return {
    bucketAt: (slot) => held[slot] ?? 0,
    size: values.length,
    keys: (bucket) => [key(values[bucket] ?? Number.NaN)],
  }
}

/** Units follow each other, so their numbers count from the first. The last bucket is for records without a value. */
const unitAxis = (units: Int32Array, none: number, size: number, key: (value: number) => string): Axis => {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let slot = 0; slot < size; slot += 1) {
    const value = units[slot] ?? none
    if (value === none) continue
    if (value < first) first = value
    if (value > last) last = value
  }
  const span = last < first ? 0 : last - first + 1
  if (span > size * 2 + 1000)
    return numberedAxis(
      (slot) => units[slot] ?? none,
      size,
      (value) => (value === none ? '' : key(value)),
    )
  return {
    bucketAt: (slot) => {
      const value = units[slot] ?? none
      return value === none ? span : value - first
    },
    size: span + 1,
    keys: (bucket) => [bucket === span ? '' : key(first + bucket)],
  }
}

const axisOf = (column: HeldColumn | undefined, { unit }: GroupBy, size: number): Axis => {
  if (column === undefined || column.kind === 'long') return { bucketAt: () => 0, size: 1, keys: () => [''] }
  if (column.kind === 'text')
    return textAxis(column.codes, column.dictionary.size, column.dictionary.textAt, column.several)
  if (column.kind === 'link') {
    const { links, targetIds } = column
    return textAxis(links, targetIds.size + 1, (link) => (link === 0 ? '' : targetIds.idAt(link - 1)), false)
  }
  if (column.scale !== 'plain' && unit !== undefined) {
    const { units, none } = unitsOf(column, unit)
    return unitAxis(units, none, size, (value) => unitKey(value, unit))
  }
  const print = (value: number) => (Number.isNaN(value) ? '' : String(printNumber(column, value)))
  return numberedAxis((slot) => column.values[slot] ?? Number.NaN, size, print)
}

const textAt = (table: NounTable, key: string): ((slot: number) => string) => {
  const column = table.columns.get(key)
  return column?.kind === 'text' ? (slot) => column.dictionary.textAt(column.codes[slot] ?? 0) : () => ''
}

const numberAt = (table: NounTable, key: string): ((slot: number) => number) => {
  const column = table.columns.get(key)
  return column?.kind === 'number' ? (slot) => column.values[slot] ?? Number.NaN : () => Number.NaN
}

/** A deal's value times its probability; as `dealProbability`, from the columns. */
const weighted = (table: NounTable, labels: Labels): ((slot: number) => number) => {
  const [value, probability] = [numberAt(table, 'value'), numberAt(table, 'probability')]
  const [status, pipeline, stage] = [textAt(table, 'status'), textAt(table, 'pipelineId'), textAt(table, 'stageId')]
  const percent = (slot: number): number => {
    const held = status(slot)
    if (held === 'won') return 100
    if (held === 'lost') return 0
    const own = probability(slot)
    return !Number.isNaN(own) ? own : labels.stageProbability(pipeline(slot), stage(slot))
  }
  return (slot) => (value(slot) * percent(slot)) / 100
}

const measureOf = (measure: Measure, table: NounTable, labels: Labels): ((slot: number) => number) => {
  if (measure.kind === 'count') return () => 1
  return measure.kind === 'weighted' ? weighted(table, labels) : numberAt(table, measure.column)
}

/** Up to this many combinations of buckets are summed in one flat array. */
const DENSE_LIMIT = 2_000_000

/** Groups and sums the records of `mask`; groups without records are left out, the others sorted by their keys. */
export const aggregate = (
  table: NounTable,
  mask: Mask,
  { groupBy, measures }: Pick<AggregateQuery, 'groupBy' | 'measures'>,
  labels: Labels,
): AggregateRow[] => {
  const size = table.ids.size
  const axes = groupBy.map((by) => axisOf(table.columns.get(by.column), by, size))
  const cells = axes.reduce((product, axis) => product * axis.size, 1)
  const cellAt = (slot: number): number => axes.reduce((cell, axis) => cell * axis.size + axis.bucketAt(slot), 0)
  const readers = measures.map((measure) => measureOf(measure, table, labels))
  const sparse = cells > DENSE_LIMIT ? new Map<number, number>() : undefined
  const dense = sparse === undefined ? new Int32Array(cells).fill(-1) : undefined
  const groups: { cell: number; values: number[] }[] = []
  const groupOf = (cell: number) => {
    const index = (dense === undefined ? sparse?.get(cell) : dense[cell]) ?? -1
    const held = groups[index]
    if (held !== undefined) return held
    if (dense === undefined) sparse?.set(cell, groups.length)
    else dense[cell] = groups.length
    const made = { cell, values: measures.map(() => 0) }
    groups.push(made)
    return made
  }
  for (let slot = 0; slot < size; slot += 1) {
    if (mask[slot] !== 1) continue
    const { values } = groupOf(cellAt(slot))
    for (let index = 0; index < readers.length; index += 1) {
      const value = readers[index]?.(slot) ?? 0
      if (!Number.isNaN(value)) values[index] = (values[index] ?? 0) + value
    }
  }
  return named(groups, axes, measures)
}

const keysOf = (cell: number, axes: readonly Axis[]): string[][] => {
  const [axis, ...outer] = [...axes].reverse()
  if (axis === undefined) return [[]]
  const before = keysOf(Math.floor(cell / axis.size), outer.reverse())
  return axis.keys(cell % axis.size).flatMap((key) => before.map((keys) => [...keys, key]))
}

/** Names the groups; those that share a key (a tag in several sets of tags) are added up. */
const named = (
  groups: readonly { cell: number; values: number[] }[],
  axes: readonly Axis[],
  measures: readonly Measure[],
): AggregateRow[] => {
  const rows = new Map<string, AggregateRow>()
  for (const { cell, values } of groups)
    for (const keys of keysOf(cell, axes)) {
      const name = keys.join(VALUE_SEPARATOR)
      const held = rows.get(name)
      if (held === undefined) rows.set(name, { keys, values: [...values] })
      else held.values = held.values.map((value, index) => value + (values[index] ?? 0))
    }
  for (const row of rows.values())
    row.values = row.values.map((value, index) => (measures[index]?.kind === 'weighted' ? Math.round(value) : value))
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
