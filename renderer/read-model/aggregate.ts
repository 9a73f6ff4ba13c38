import type { AggregateQuery, AggregateRow, GroupBy, Measure } from './api.ts'
import { unitKey } from './calendar.ts'
import { type HeldColumn, printNumber, unitsOf, VALUE_SEPARATOR } from './held-column.ts'
import type { Labels } from './labels.ts'
import type { NounTable } from './noun-table.ts'
import type { Mask } from './text-mask.ts'

/** One axis: a small number for each record, and what each number is called. */
type Axis = {
  buckets: ArrayLike<number>
  size: number
  keys: (bucket: number) => readonly string[]
}

const NO_KEY = ['']

const textKeys =
  (textAt: (code: number) => string, several: boolean): Axis['keys'] =>
  (code) =>
    code === 0 ? NO_KEY : several ? textAt(code).split(VALUE_SEPARATOR) : [textAt(code)]

/** Numbers the distinct values of an axis that has no dictionary. */
const numberedAxis = (valueAt: ArrayLike<number>, size: number, key: (value: number) => string): Axis => {
  const known = new Map<number, number>()
  const values: number[] = []
  const buckets = new Int32Array(size)
  for (let slot = 0; slot < size; slot += 1) {
    const value = valueAt[slot] ?? Number.NaN
    let bucket = known.get(value)
    if (bucket === undefined) {
      bucket = values.length
      known.set(value, bucket)
      values.push(value)
    }
    buckets[slot] = bucket
  }
  return { buckets, size: Math.max(1, values.length), keys: (bucket) => [key(values[bucket] ?? Number.NaN)] }
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
  if (span > size * 2 + 1000) return numberedAxis(units, size, (value) => (value === none ? '' : key(value)))
  const buckets = new Int32Array(size)
  for (let slot = 0; slot < size; slot += 1) {
    const value = units[slot] ?? none
    buckets[slot] = value === none ? span : value - first
  }
  return { buckets, size: span + 1, keys: (bucket) => [bucket === span ? '' : key(first + bucket)] }
}

const axisOf = (column: HeldColumn | undefined, { unit }: GroupBy, size: number): Axis => {
  if (column === undefined || column.kind === 'long') return { buckets: [], size: 1, keys: () => NO_KEY }
  if (column.kind === 'text') {
    const { codes, dictionary, several } = column
    return { buckets: codes, size: dictionary.size, keys: textKeys(dictionary.textAt, several) }
  }
  if (column.kind === 'link') {
    const { links, targetIds } = column
    return { buckets: links, size: targetIds.size + 1, keys: textKeys((link) => targetIds.idAt(link - 1), false) }
  }
  if (column.scale !== 'plain' && unit !== undefined) {
    const { units, none } = unitsOf(column, unit)
    return unitAxis(units, none, size, (value) => unitKey(value, unit))
  }
  const print = (value: number) => (Number.isNaN(value) ? '' : String(printNumber(column, value)))
  return numberedAxis(column.values, size, print)
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

/** Up to this many combinations of buckets are numbered in one flat array. */
const DENSE_LIMIT = 2_000_000
const OUT = -1

/** The group of each record (`OUT` for one that does not fit), and the combination of buckets of each group. */
const groupRecords = (mask: Mask, axes: readonly Axis[]): { groupAt: Int32Array; cells: number[] } => {
  const size = mask.length
  const combinations = axes.reduce((product, axis) => product * axis.size, 1)
  const cellAt = combinations > 2 ** 31 - 1 ? new Float64Array(size) : new Int32Array(size)
  for (const { buckets, size: width } of axes)
    for (let slot = 0; slot < size; slot += 1) cellAt[slot] = (cellAt[slot] ?? 0) * width + (buckets[slot] ?? 0)
  const cells: number[] = []
  const groupAt = new Int32Array(size).fill(OUT)
  const dense = combinations <= DENSE_LIMIT ? new Int32Array(combinations) : undefined
  const sparse = new Map<number, number>()
  for (let slot = 0; slot < size; slot += 1) {
    if (mask[slot] !== 1) continue
    const cell = cellAt[slot] ?? 0
    let group = (dense === undefined ? sparse.get(cell) : dense[cell]) ?? 0
    if (group === 0) {
      group = cells.push(cell)
      if (dense === undefined) sparse.set(cell, group)
      else dense[cell] = group
    }
    groupAt[slot] = group - 1
  }
  return { groupAt, cells }
}

const sumUp = (
  measure: Measure,
  table: NounTable,
  labels: Labels,
  groupAt: Int32Array,
  groups: number,
): Float64Array => {
  const sums = new Float64Array(groups)
  const add = (group: number, value: number) => {
    if (!Number.isNaN(value)) sums[group] = (sums[group] ?? 0) + value
  }
  if (measure.kind === 'count') for (const group of groupAt) add(group, group === OUT ? Number.NaN : 1)
  else {
    const valueAt = measure.kind === 'weighted' ? weighted(table, labels) : numberAt(table, measure.column)
    for (const [slot, group] of groupAt.entries()) if (group !== OUT) add(group, valueAt(slot))
  }
  return sums
}

/** Groups and sums the records of `mask`; groups without records are left out, the others sorted by their keys. */
export const aggregate = (
  table: NounTable,
  mask: Mask,
  { groupBy, measures }: Pick<AggregateQuery, 'groupBy' | 'measures'>,
  labels: Labels,
): AggregateRow[] => {
  const axes = groupBy.map((by) => axisOf(table.columns.get(by.column), by, table.ids.size))
  const { groupAt, cells } = groupRecords(mask, axes)
  const sums = measures.map((measure) => sumUp(measure, table, labels, groupAt, cells.length))
  const groups = cells.map((cell, group) => ({ cell, values: sums.map((sum) => sum[group] ?? 0) }))
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
