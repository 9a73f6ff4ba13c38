import { useMemo } from 'react'

import { AppError } from '../../../shared/app-error.ts'
import { type DealPlace, loseDeal, moveDeal, reopenDeal, winDeal } from '../../../shared/domain/deal/move.ts'
import type { Deal } from '../../../shared/domain/index.ts'
import { placeAt } from '../../../shared/order.ts'
import { type Book, type Draft, type NewRecord, type Patch, useBook } from '../../data/index.ts'
import { useLabels } from '../../fields/index.ts'

/** A place on a board: a stage, and between which of its other cards. Without `others` it is on top. */
type BoardPlace = { pipelineId: string; stageId: string; others?: readonly Deal[]; index?: number }
/** A deal as a person fills it in; the rest follows from where and when it is made. */
type DealInput = Omit<NewRecord<'deals'>, 'status' | 'stageEnteredAt' | 'order' | 'closedAt'>

export type DealActions = {
  /** @returns the new deal's id */
  create: (input: DealInput) => Promise<string>
  /** Moves an open deal, or takes a closed one up again there. */
  move: (deal: Deal, to: BoardPlace) => Promise<void>
  win: (deal: Deal) => Promise<void>
  lose: (deal: Deal, reason: string | undefined, detail: string) => Promise<void>
  reopen: (deal: Deal) => Promise<void>
  change: (deal: Deal, patch: Patch<'deals'>) => Promise<void>
  remove: (ids: readonly string[]) => Promise<void>
}

const now = (): string => new Date().toISOString()

/** A stage may have been deleted since the board was drawn: checked inside the write. */
const requireStage = async (draft: Draft, { pipelineId, stageId }: Pick<DealPlace, 'pipelineId' | 'stageId'>) => {
  const pipeline = await draft.get('pipelines', pipelineId)
  if (pipeline?.deletedAt !== undefined || !pipeline?.stages[stageId])
    throw new AppError('recordMissing', { table: 'pipelines', id: stageId })
}

/** The writes of deals. `stageLabel` names a stage for the toast. */
export const dealActions = (book: Book, stageLabel: (id: string, pipelineId: string) => string): DealActions => {
  const change = async (key: 'dealChanged' | 'dealWon' | 'dealLost', deal: Deal, patch: Patch<'deals'>) => {
    await book.write({ key, params: { name: deal.title } }, (draft) => draft.update('deals', deal.id, patch))
  }
  const place = async (deal: Deal, { pipelineId, stageId, others, index = 0 }: BoardPlace) => {
    const keys = others ? placeAt(others, deal.id, index) : new Map<string, string>()
    const to = { pipelineId, stageId, order: keys.get(deal.id) ?? null }
    const params = { name: deal.title, stage: stageLabel(stageId, pipelineId) }
    const key = deal.status === 'open' ? 'dealMoved' : 'dealReopened'
    await book.write({ key, params }, async (draft) => {
      await requireStage(draft, to)
      const present = (await draft.get('deals', deal.id)) ?? deal
      await draft.update(
        'deals',
        deal.id,
        present.status === 'open' ? moveDeal(present, to, now()) : reopenDeal(to, now()),
      )
      for (const [id, order] of keys) if (id !== deal.id) await draft.update('deals', id, { order })
    })
  }
  return {
    create: async (input) => {
      let id = ''
      await book.write({ key: 'dealCreated', params: { name: input.title } }, async (draft) => {
        await requireStage(draft, input)
        const stageEnteredAt = { [input.stageId]: now() }
        id = draft.create('deals', { ...input, status: 'open', stageEnteredAt }).id
      })
      return id
    },
    move: place,
    win: (deal) => change('dealWon', deal, winDeal(now())),
    lose: (deal, reason, detail) => change('dealLost', deal, loseDeal(reason, detail, now())),
    reopen: (deal) => place(deal, deal),
    change: (deal, patch) => change('dealChanged', deal, patch),
    remove: async (ids) => {
      await book.write({ key: 'dealsDeleted', params: { count: ids.length } }, async (draft) => {
        for (const id of ids) await draft.remove('deals', id)
      })
    },
  }
}

export const useDealActions = (): DealActions => {
  const book = useBook()
  const { stage } = useLabels()
  return useMemo(() => dealActions(book, stage), [book, stage])
}
