import { v7 as uuid } from 'uuid'

import { AppError } from '../../../../shared/app-error.ts'
import { moveDeal } from '../../../../shared/domain/deal/move.ts'
import { type Deal, initialPipeline, orderedStages, type Pipeline } from '../../../../shared/domain/index.ts'
import { inOrder, orderAfter, placeAt } from '../../../../shared/order.ts'
import type { Book, Draft } from '../../../data/index.ts'

/** A stage that deals can be moved to. */
export type StageRef = { pipelineId: string; stageId: string }

const livePipeline = async (draft: Draft, id: string): Promise<Pipeline> => {
  const pipeline = await draft.get('pipelines', id)
  if (!pipeline || pipeline.deletedAt !== undefined) throw new AppError('recordMissing', { table: 'pipelines', id })
  return pipeline
}

/**
 * Moves every deal of a stage or pipeline away, closed ones and those in the trash too, so that none points nowhere.
 * Reads inside the transaction of the write: no deal can come in between.
 * @throws AppError stageInUse when there are deals outside the trash and no target is given
 */
const clear = async (
  book: Book,
  draft: Draft,
  isThere: (deal: Deal) => boolean,
  target: StageRef | undefined,
  /** Where deals in the trash go when nobody was asked. */
  fallback: StageRef,
): Promise<void> => {
  const held = await book.db.deals.filter(isThere).toArray()
  const count = held.filter(({ deletedAt }) => deletedAt === undefined).length
  if (count > 0 && !target) throw new AppError('stageInUse', { count })
  const to = { ...(target ?? fallback), order: null }
  const now = new Date().toISOString()
  for (const deal of held)
    await draft.update(
      'deals',
      deal.id,
      deal.status === 'open' ? moveDeal(deal, to, now) : { pipelineId: to.pipelineId, stageId: to.stageId },
    )
}

/** @throws AppError recordMissing when the target is no stage, or goes with what is deleted */
const checkTarget = async (draft: Draft, target: StageRef | undefined, isGone: (ref: StageRef) => boolean) => {
  if (!target) return
  const { stages } = await livePipeline(draft, target.pipelineId)
  if (!stages[target.stageId] || isGone(target))
    throw new AppError('recordMissing', { table: 'pipelines', id: target.stageId })
}

/**
 * Deletes a stage; its deals move to `target`.
 * @throws AppError lastStage, stageInUse (`count`) when it has deals and there is no target, recordMissing
 */
export const deleteStage = async (book: Book, { pipelineId, stageId }: StageRef, target?: StageRef): Promise<void> => {
  await book.write({ key: 'pipelineChanged' }, async (draft) => {
    const pipeline = await livePipeline(draft, pipelineId)
    if (!pipeline.stages[stageId]) return
    const stages = orderedStages(pipeline)
    const at = stages.findIndex(({ id }) => id === stageId)
    const neighbour = stages[at - 1] ?? stages[at + 1]
    if (!neighbour) throw new AppError('lastStage')
    await checkTarget(draft, target, (ref) => ref.pipelineId === pipelineId && ref.stageId === stageId)
    const isThere = (deal: Deal) => deal.pipelineId === pipelineId && deal.stageId === stageId
    await clear(book, draft, isThere, target, { pipelineId, stageId: neighbour.id })
    await draft.update('pipelines', pipelineId, { stages: { [stageId]: null } })
  })
}

/**
 * Deletes a pipeline; its deals move to `target`.
 * @throws AppError lastStage for the last pipeline, stageInUse (`count`), recordMissing
 */
export const deletePipeline = async (book: Book, pipelineId: string, target?: StageRef): Promise<void> => {
  await book.write({ key: 'pipelineDeleted' }, async (draft) => {
    await livePipeline(draft, pipelineId)
    const others = await book.db.pipelines
      .filter((each) => each.id !== pipelineId && each.deletedAt === undefined)
      .toArray()
    const fallback = inOrder(others).flatMap((other) =>
      orderedStages(other).map(({ id }) => ({ pipelineId: other.id, stageId: id })),
    )[0]
    if (!fallback) throw new AppError('lastStage')
    await checkTarget(draft, target, (ref) => ref.pipelineId === pipelineId)
    await clear(book, draft, (deal) => deal.pipelineId === pipelineId, target, fallback)
    await draft.remove('pipelines', pipelineId)
  })
}

type StageChange = { name?: string; probability?: number }

/** Renames a stage or sets its probability. */
export const changeStage = async (
  book: Book,
  { pipelineId, stageId }: StageRef,
  change: StageChange,
): Promise<void> => {
  await book.write({ key: 'pipelineChanged' }, async (draft) => {
    const stage = (await livePipeline(draft, pipelineId)).stages[stageId]
    if (!stage) throw new AppError('recordMissing', { table: 'pipelines', id: stageId })
    await draft.update('pipelines', pipelineId, { stages: { [stageId]: { ...stage, ...change } } })
  })
}

export const addStage = async (book: Book, pipelineId: string, name: string): Promise<void> => {
  await book.write({ key: 'pipelineChanged' }, async (draft) => {
    const stages = orderedStages(await livePipeline(draft, pipelineId))
    const stage = { name, order: orderAfter(stages), probability: stages.at(-1)?.probability ?? 0 }
    await draft.update('pipelines', pipelineId, { stages: { [uuid()]: stage } })
  })
}

/** Puts a stage at a place (0 is first) among the other stages of its pipeline. */
export const moveStage = async (book: Book, { pipelineId, stageId }: StageRef, index: number): Promise<void> => {
  await book.write({ key: 'pipelineChanged' }, async (draft) => {
    const { stages } = await livePipeline(draft, pipelineId)
    const others = inOrder(orderedStages({ stages }).filter(({ id }) => id !== stageId))
    const patch = Object.fromEntries(
      [...placeAt(others, stageId, index)].flatMap(([id, order]) => {
        const stage = stages[id]
        return stage ? [[id, { ...stage, order }]] : []
      }),
    )
    await draft.update('pipelines', pipelineId, { stages: patch })
  })
}

export const renamePipeline = async (book: Book, id: string, name: string): Promise<void> => {
  await book.write({ key: 'pipelineChanged' }, (draft) => draft.update('pipelines', id, { name }))
}

/** Adds a pipeline after the others, with the usual stages under the names that `stageName` gives them. */
export const addPipeline = async (book: Book, name: string, stageName: (id: string) => string): Promise<void> => {
  const stages = Object.fromEntries(
    orderedStages(initialPipeline).map(({ id, order, probability }) => [
      uuid(),
      { name: stageName(id), order, probability },
    ]),
  )
  await book.write({ key: 'pipelineChanged' }, async (draft) => {
    const others = await book.db.pipelines.toArray()
    draft.create('pipelines', { name, order: orderAfter(others), stages })
  })
}

/** Puts a pipeline at a place (0 is first) among the others. */
export const movePipeline = async (book: Book, id: string, index: number): Promise<void> => {
  await book.write({ key: 'pipelineChanged' }, async (draft) => {
    const others = await book.db.pipelines.filter((each) => each.id !== id && each.deletedAt === undefined).toArray()
    for (const [each, order] of placeAt(inOrder(others), id, index)) await draft.update('pipelines', each, { order })
  })
}
