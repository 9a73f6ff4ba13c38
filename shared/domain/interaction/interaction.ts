import type { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

export const directions = ['outgoing', 'incoming'] as const

/** Something that happened with a customer. `companyId` is the person's company at the time. */
export const interactions = defineNoun('interactions', {
  channel: required(field.choice('channel', { group: 'identity', column: 'default' })),
  direction: field.option(directions, { group: 'identity', column: 'optional' }),
  at: required(field.instant({ group: 'identity', column: 'default' })),
  /** Minutes. */
  duration: field.number({ group: 'identity', column: 'optional' }),
  customerId: field.link('customers', { group: 'identity', column: 'default' }),
  companyId: field.link('customers', { group: 'identity', column: 'optional' }),
  dealId: field.link('deals', { group: 'identity', column: 'optional' }),
  subject: field.text({ group: 'notes', search: true, column: 'default' }),
  text: field.longText({ group: 'notes', search: true, column: 'optional' }),
  outcome: field.choice('outcome', { group: 'business', column: 'optional' }),
  nextStep: field.text({ group: 'business', column: 'optional' }),
  owner: field.choice('owner', { group: 'business', column: 'optional' }),
})

export type Interaction = z.infer<typeof interactions.schema>
