import type { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

export const tasks = defineNoun('tasks', {
  title: required(field.text({ group: 'identity', search: true, column: 'default' })),
  due: field.day({ group: 'identity', column: 'default' }),
  /** `HH:MM`, in the time zone of whoever reads it. */
  dueTime: field.text({ group: 'identity', column: 'optional' }),
  /** For whom. */
  owner: field.choice('owner', { group: 'identity', column: 'optional' }),
  /** About whom. */
  customerId: field.link('customers', { group: 'identity', column: 'default' }),
  dealId: field.link('deals', { group: 'identity', column: 'optional' }),
  doneAt: field.instant({ group: 'identity', column: 'optional' }),
  notes: field.longText({ group: 'notes', search: true }),
})

export type Task = z.infer<typeof tasks.schema>
