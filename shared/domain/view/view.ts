import { z } from 'zod'

import { field, required } from '../field.ts'
import { filterSchema } from '../filter.ts'
import { defineNoun } from '../noun.ts'

/** A saved view of a list: filter, sort and columns under a name. */
export const views = defineNoun('views', {
  noun: required(field.option(['customers', 'deals', 'interactions', 'tasks'])),
  name: required(field.text()),
  order: required(field.text()),
  filter: field.data(filterSchema),
  sortBy: field.text(),
  descending: field.boolean(),
  columns: field.data(z.array(z.string())),
})

export type View = z.infer<typeof views.schema>
