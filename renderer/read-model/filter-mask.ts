import { type Filter, type FilterNode, type InSegment, isCondition, type Related } from '../../shared/domain/index.ts'
import { conditionFits } from './condition-fits.ts'
import type { Labels } from './labels.ts'
import { ABSENT, type NounTable, type Tables, TRASHED } from './noun-table.ts'
import { linkedWith, type Measured, measureFits, measureRelated } from './related.ts'
import { ruleOf, type Segments } from './segments.ts'
import type { Mask } from './text-mask.ts'

/** What filters are judged with: the book in memory, the day it is, and what was worked out before. */
export type FilterContext = {
  tables: Tables
  labels: Labels
  segments: Segments
  today: number
  /** What `make` made when it was last asked for under this key, or makes now. */
  kept: <T extends Mask | Measured>(key: string, make: () => T) => T
}

type Fits = (slot: number) => boolean

const keepOnly = (mask: Mask, fits: Fits): void => {
  for (let slot = 0; slot < mask.length; slot += 1) if (mask[slot] === 1 && !fits(slot)) mask[slot] = 0
}

/** What is linked with each record of a table, measured; kept, since an editor asks again with every other condition. */
export const measured = (table: NounTable, node: Related, context: FilterContext): Measured => {
  const { before: _before, within: _within, from: _from, to: _to, ...asked } = node
  return context.kept(`${table.noun} ${JSON.stringify(asked)}`, () =>
    measureRelated(table, node, {
      tables: context.tables,
      today: context.today,
      currency: context.labels.currency(),
      fitting: (other, filter) => {
        const mask = new Uint8Array(other.ids.size).fill(1)
        narrow(mask, other, filter, context)
        return mask
      },
    }),
  )
}

/** Who is in a segment, in the trash or not. */
const segmentMask = (id: string, context: FilterContext): Mask =>
  context.kept(id, () => {
    const segment = context.segments.get(id)
    if (segment === undefined) return new Uint8Array(0)
    const table = context.tables[segment.noun]
    const mask = new Uint8Array(table.ids.size)
    if (segment.kind === 'live') {
      mask.fill(1)
      narrow(mask, table, ruleOf(segment), context)
      return mask
    }
    for (const member of segment.members) {
      const slot = table.ids.find(member)
      if (slot >= 0) mask[slot] = 1
    }
    return mask
  })

const inSegment = (table: NounTable, node: InSegment, context: FilterContext): Fits => {
  const segment = context.segments.get(node.segment)
  const mask = segmentMask(node.segment, context)
  const positive = node.op === 'in'
  if (segment === undefined || segment.noun === table.noun) return (slot) => (mask[slot] === 1) === positive
  const other = context.tables[segment.noun]
  const linked = context.kept(`${table.noun} ${node.segment}`, () => {
    const present = mask.slice()
    keepOnly(present, (slot) => other.state[slot] !== ABSENT && other.state[slot] !== TRASHED)
    return linkedWith(table, other, present)
  })
  return (slot) => (linked[slot] === 1) === positive
}

/** Takes out of `mask` what fits none of some parts. Each part looks only at what no other has let through. */
const keepAny = (mask: Mask, table: NounTable, of: Filter, context: FilterContext): void => {
  const left = mask.slice()
  mask.fill(0)
  for (const node of of) {
    const tried = left.slice()
    narrowBy(tried, table, node, context)
    for (let slot = 0; slot < mask.length; slot += 1)
      if (tried[slot] === 1) {
        mask[slot] = 1
        left[slot] = 0
      }
  }
}

const narrowBy = (mask: Mask, table: NounTable, node: FilterNode, context: FilterContext): void => {
  if (isCondition(node)) keepOnly(mask, conditionFits(table, node, context))
  else if (node.op === 'related') keepOnly(mask, measureFits(node, measured(table, node, context), context.today))
  else if ('segment' in node) keepOnly(mask, inSegment(table, node, context))
  else if (node.op === 'all') narrow(mask, table, node.of, context)
  else if (node.op === 'any') keepAny(mask, table, node.of, context)
  else {
    const any = mask.slice()
    keepAny(any, table, node.of, context)
    keepOnly(mask, (slot) => any[slot] === 0)
  }
}

const narrow = (mask: Mask, table: NounTable, filter: Filter, context: FilterContext): void => {
  for (const node of filter) narrowBy(mask, table, node, context)
}

/** Takes out of `mask` what does not fit. */
export const applyFilter = (mask: Mask, table: NounTable, filter: Filter, context: FilterContext): void => {
  if (context.segments.broken(filter) === undefined) narrow(mask, table, filter, context)
  else mask.fill(0)
}
