import { z } from 'zod'

import { field, instantSchema, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

const dealStatuses = ['open', 'won', 'lost'] as const

export const deals = defineNoun('deals', {
  title: required(field.text({ group: 'identity', search: true, column: 'default' })),
  customerId: field.link('customers', { group: 'identity', column: 'default' }),
  companyId: field.link('customers', { group: 'identity', column: 'optional' }),
  pipelineId: required(field.link('pipelines', { group: 'business', column: 'optional' })),
  /** Id of a stage of the pipeline. */
  stageId: required(field.text({ group: 'business', column: 'default' })),
  status: required(field.option(dealStatuses, { group: 'business', column: 'default' })),
  value: field.money('currency', { group: 'business', column: 'default' }),
  currency: required(field.currency({ group: 'business', column: 'optional' })),
  /** Set by hand; without it the stage's probability holds. */
  probability: field.percent({ group: 'business', column: 'optional' }),
  expectedClose: field.day({ group: 'business', column: 'default' }),
  owner: field.choice('owner', { group: 'business', column: 'optional' }),
  source: field.choice('source', { group: 'business', column: 'optional' }),
  lostReason: field.choice('lostReason', { group: 'business', column: 'optional' }),
  lostDetail: field.text({ group: 'business', column: 'optional' }),
  /** When it was won or lost. */
  closedAt: field.instant({ group: 'business', column: 'optional', system: true }),
  /** When it last entered each stage, by stage id. */
  stageEnteredAt: field.data(z.record(z.string(), instantSchema)),
  /** Fractional key within its stage. */
  order: field.text({ system: true }),
  notes: field.longText({ group: 'notes', search: true }),
  /** When the person was erased whose deal it was: since then only its figures are kept. */
  redactedAt: field.instant({ system: true }),
})

export type Deal = z.infer<typeof deals.schema>
export type DealStatus = (typeof dealStatuses)[number]
