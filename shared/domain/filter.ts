import { z } from 'zod'

/**
 * One condition on one column; a filter is a list of conditions that must all hold.
 * `is`/`isNot`: the value is (none of) `values`, any of several. `contains`: normalized text. `from`/`to`: numbers,
 * days and instants, both ends included. `before`/`within`: whole days back from today (`before: 90` is more than 90
 * days ago or never; `within: 90` is at most 90 days ago); `next`: whole days ahead from today, today included.
 */
export const conditionSchema = z.discriminatedUnion('op', [
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
export type Filter = readonly Condition[]
