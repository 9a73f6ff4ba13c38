import { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** One import: what came from where. Its id is the write id of all it changed. */
export const imports = defineNoun('imports', {
  fileName: required(field.text()),
  noun: required(field.text()),
  state: required(field.option(['running', 'done', 'cancelled', 'undone'])),
  created: required(field.number()),
  updated: required(field.number()),
  unchanged: required(field.number()),
  failed: required(field.number()),
  /** Which column went to which field, in the order of the file; '' for a column left out. */
  mapping: field.data(z.array(z.object({ header: z.string(), field: z.string() }))),
})
