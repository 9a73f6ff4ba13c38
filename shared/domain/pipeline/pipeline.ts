import { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** One stage. Without a `name` it is labelled `stage.<its id>`. `probability` is 0 to 100. */
const stageSchema = z.object({
  name: z.string().max(200).optional(),
  order: z.string().min(1),
  probability: z.number().min(0).max(100),
})

export const pipelines = defineNoun('pipelines', {
  /** Without one it is labelled `pipeline.<its id>`. */
  name: field.text(),
  order: required(field.text()),
  stages: required(field.data(z.record(z.string(), stageSchema))),
})

export type Pipeline = z.infer<typeof pipelines.schema>
export type Stage = z.infer<typeof stageSchema> & { id: string }

/** The stages of a pipeline from first to last. */
export const orderedStages = (pipeline: Pick<Pipeline, 'stages'>): Stage[] =>
  Object.entries(pipeline.stages ?? {})
    .map(([id, stage]) => ({ ...stage, id }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))

/** The probability of a deal in percent: its own, else its stage's; 100 when won, 0 when lost. */
export const dealProbability = (
  deal: { status: string; probability?: number | undefined; stageId: string },
  pipeline: Pick<Pipeline, 'stages'> | undefined,
): number => {
  if (deal.status === 'won') return 100
  if (deal.status === 'lost') return 0
  // A pipeline whose last stages were removed on two devices at once has no `stages` at all.
  return deal.probability ?? pipeline?.stages?.[deal.stageId]?.probability ?? 0
}

/** The pipeline a new book starts with. */
export const initialPipeline: Pick<Pipeline, 'id' | 'order' | 'stages'> = {
  id: 'pipeline:sales',
  order: 'a0',
  stages: {
    'stage:new': { order: 'a0', probability: 10 },
    'stage:qualified': { order: 'a1', probability: 30 },
    'stage:proposal': { order: 'a2', probability: 50 },
    'stage:negotiation': { order: 'a3', probability: 75 },
  },
}
