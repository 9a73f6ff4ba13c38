import { z } from 'zod'

import { jsonSchema } from '../../change/index.ts'
import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** One field's change: `before` and `after` are absent where there was or is no value; `replaced` is the old stamp. */
const fieldChangeSchema = z.object({
  path: z.string(),
  before: jsonSchema.optional(),
  after: jsonSchema.optional(),
  replaced: z.string(),
})

/** What one write changed in one record. Immutable. Its own stamp is the stamp the fields got. */
export const history = defineNoun('history', {
  recordTable: required(field.text()),
  recordId: required(field.text()),
  /** The write it was part of: an import shares one over all its records. */
  writeId: required(field.text()),
  /** What the write was, a `WriteKey`. */
  what: required(field.text()),
  changes: required(field.data(z.array(fieldChangeSchema))),
  /**
   * Of a deletion, the stamps of all that the record was then; of a change to what lay in the trash, the stamp of that
   * deletion; of one to a deal without its person, the stamp of that. Tells which edits a deletion knew, and the other
   * way round.
   */
  knew: field.data(z.array(z.string())),
})

export type History = z.infer<typeof history.schema>
export type FieldChange = z.infer<typeof fieldChangeSchema>
