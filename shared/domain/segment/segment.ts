import { z } from 'zod'

import { field, required } from '../field.ts'
import { filterSchema } from '../filter.ts'
import { defineNoun } from '../noun.ts'

/** A named part of the book: live by its filter, or fixed by its members. */
export const segments = defineNoun('segments', {
  noun: required(field.option(['customers', 'deals', 'interactions', 'tasks'])),
  name: required(field.text()),
  kind: required(field.option(['live', 'fixed'])),
  order: required(field.text()),
  note: field.text(),
  /** Of a live segment; of a fixed one what it was made by. */
  filter: field.data(filterSchema),
  /** Of a fixed segment: ids of records. */
  members: field.data(z.record(z.string().min(1).max(200), z.literal(true))),
})

export type Segment = z.infer<typeof segments.schema>
