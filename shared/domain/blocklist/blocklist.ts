import type { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/**
 * Someone who was erased and is not to come back by an import: a hash of an e-mail, a phone or a name, never the data.
 * The id is the hash.
 */
export const blocklist = defineNoun('blocklist', {
  kind: required(field.option(['email', 'phone', 'name'])),
})

export type Blocked = z.infer<typeof blocklist.schema>
