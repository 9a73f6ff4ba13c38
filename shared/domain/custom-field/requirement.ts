import { orderedStages, type Pipeline } from '../pipeline/pipeline.ts'
import type { CustomField } from './custom-field.ts'

/** The way of a customer: from one of these on a field may be required. Who was disqualified needs nothing more. */
export const statusPath = ['lead', 'prospect', 'customer', 'former'] as const

/** The place of each stage in its pipeline, by pipeline and stage. */
export type StagePlaces = ReadonlyMap<string, ReadonlyMap<string, number>>

export const stagePlaces = (pipelines: Iterable<Pick<Pipeline, 'id' | 'stages'>>): StagePlaces =>
  new Map(
    Array.from(pipelines, (pipeline) => [
      pipeline.id,
      new Map(orderedStages(pipeline).map(({ id }, place) => [id, place])),
    ]),
  )

type Values = Readonly<Record<string, unknown>>

const isFromStatus = (from: string, status: unknown): boolean => {
  const path: readonly unknown[] = statusPath
  const at = path.indexOf(status)
  return at >= 0 && at >= path.indexOf(from)
}

/** A deal of another pipeline never comes to the stage; one that was won has passed it. */
const isFromStage = (from: string, { pipelineId, stageId, status }: Values, places: StagePlaces): boolean => {
  const ofPipeline = places.get(String(pipelineId))
  const place = ofPipeline?.get(from)
  if (place === undefined) return false
  return status === 'won' || (ofPipeline?.get(String(stageId)) ?? -1) >= place
}

/** Whether a record, as it is now, must have a value in a field of one's own. The kind is not judged here. */
export const isRequiredNow = (
  { required, requiredFrom, scope }: Pick<CustomField, 'required' | 'requiredFrom' | 'scope'>,
  record: Values,
  places: StagePlaces,
): boolean => {
  if (required === 'always') return true
  if (required !== 'from' || requiredFrom === undefined) return false
  return scope === 'deals' ? isFromStage(requiredFrom, record, places) : isFromStatus(requiredFrom, record['status'])
}
