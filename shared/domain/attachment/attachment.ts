import type { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** A file of a customer; its bytes lie in the data folder under their SHA-256. */
export const attachments = defineNoun('attachments', {
  customerId: required(field.link('customers')),
  dealId: field.link('deals'),
  name: required(field.text({ search: true })),
  mime: field.text(),
  /** Bytes. */
  size: required(field.number()),
  /** Lower-case hex. */
  sha256: required(field.text()),
})

export type Attachment = z.infer<typeof attachments.schema>
