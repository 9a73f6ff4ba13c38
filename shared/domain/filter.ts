import { z } from 'zod'

/**
 * One condition on one column; a filter is a list of conditions that must all hold.
 * `is`/`isNot`: the value is (none of) `values`, any of several. `contains`: normalized text. `from`/`to`: numbers,
 * days and instants, both ends included. `before`/`within`: whole days back from today (`before: 90` is more than 90
 * days ago or never; `within: 90` is at most 90 days ago); `next`: whole days ahead from today, today included.
 */
const conditionSchema = z.discriminatedUnion('op', [
  z.object({ column: z.string(), op: z.literal('is'), values: z.array(z.string()) }),
  z.object({ column: z.string(), op: z.literal('isNot'), values: z.array(z.string()) }),
  z.object({ column: z.string(), op: z.literal('contains'), text: z.string() }),
  z.object({ column: z.string(), op: z.literal('empty') }),
  z.object({ column: z.string(), op: z.literal('notEmpty') }),
  z.object({
    column: z.string(),
    op: z.literal('range'),
    from: z.union([z.number(), z.string()]).optional(),
    to: z.union([z.number(), z.string()]).optional(),
  }),
  z.object({ column: z.string(), op: z.literal('before'), days: z.number() }),
  z.object({ column: z.string(), op: z.literal('within'), days: z.number() }),
  z.object({ column: z.string(), op: z.literal('next'), days: z.number() }),
])

export type Condition = z.infer<typeof conditionSchema>

/** Of what is linked to a record: how many there are, the sum of a column, or the latest day or instant of one. */
const relatedMeasures = ['count', 'sum', 'last'] as const

/**
 * A condition on what is linked to a record: those that fit `filter` are measured, and the measure must lie within
 * `from` and `to` (money in minor units, only what is in the book's currency), or, of `last`, more than `before` days
 * ago or never, or at most `within` days ago. Linked are the records of `noun` that name this one in one of
 * Fairbook's own links, each counted once; where that noun has none, those that this one names. `by` instead counts
 * by one link alone, which may be a field of one's own.
 */
export type Related = {
  op: 'related'
  noun: 'deals' | 'interactions' | 'tasks' | 'customers'
  by?: string | undefined
  filter: FilterNode[]
  measure: (typeof relatedMeasures)[number]
  column?: string | undefined
  from?: number | undefined
  to?: number | undefined
  before?: number | undefined
  within?: number | undefined
}
/** All, any or none of several. */
export type Group = { op: 'all' | 'any' | 'none'; of: FilterNode[] }
/**
 * Whether the record is in a segment; of a segment of another noun: whether one that it is linked with is. A filter
 * that names a segment which is not there, or which comes back to itself, fits nobody.
 */
export type InSegment = { op: 'in' | 'notIn'; segment: string }
export type FilterNode = Condition | Related | Group | InSegment
/** What must hold, all of it. */
export type Filter = readonly FilterNode[]

const nodes: z.ZodType<FilterNode[]> = z.lazy(() => z.array(nodeSchema).max(MAX_NODES))
const MAX_NODES = 100

const nodeSchema: z.ZodType<FilterNode> = z.union([
  conditionSchema,
  z.object({ op: z.enum(['all', 'any', 'none']), of: nodes }),
  z.object({ op: z.enum(['in', 'notIn']), segment: z.string().max(200) }),
  z.object({
    op: z.literal('related'),
    noun: z.enum(['deals', 'interactions', 'tasks', 'customers']),
    by: z.string().optional(),
    filter: nodes,
    measure: z.enum(relatedMeasures),
    column: z.string().optional(),
    from: z.number().optional(),
    to: z.number().optional(),
    before: z.number().optional(),
    within: z.number().optional(),
  }),
])

/** A filter as it is stored. */
export const filterSchema = nodes

/** Whether a part of a filter is a condition on a column of the record itself. */
export const isCondition = (node: FilterNode): node is Condition => 'column' in node && node.op !== 'related'

/** The segments that a filter names, at any depth. */
export const segmentsOf = (filter: Filter): string[] =>
  filter.flatMap((node) => {
    if (isCondition(node)) return []
    if ('segment' in node) return [node.segment]
    return segmentsOf('of' in node ? node.of : node.filter)
  })
