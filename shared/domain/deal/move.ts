import type { Deal } from './deal.ts'

/** Where a deal goes: a stage of a pipeline, and its fractional key there; null puts it on top. */
export type DealPlace = { pipelineId: string; stageId: string; order: string | null }

/**
 * The fields that change when an open deal takes a place: entering another stage is written down with its time,
 * a new place in the same stage is not.
 * @param now ISO instant
 */
export const moveDeal = (deal: Pick<Deal, 'pipelineId' | 'stageId'>, place: DealPlace, now: string) =>
  deal.pipelineId === place.pipelineId && deal.stageId === place.stageId
    ? { order: place.order }
    : { ...place, stageEnteredAt: { [place.stageId]: now } }

/** The fields that change when a deal is won. A reason it was once lost for is forgotten. */
export const winDeal = (now: string) => ({ status: 'won', closedAt: now, lostReason: null, lostDetail: null }) as const

/** The fields that change when a deal is lost. `reason` is an item of the list `lostReason`. */
export const loseDeal = (reason: string | undefined, detail: string | undefined, now: string) =>
  ({ status: 'lost', closedAt: now, lostReason: reason || null, lostDetail: detail?.trim() || null }) as const

/** The fields that change when a closed deal is taken up again: it enters its stage anew. */
export const reopenDeal = (place: DealPlace, now: string) =>
  ({
    ...place,
    status: 'open',
    closedAt: null,
    lostReason: null,
    lostDetail: null,
    stageEnteredAt: { [place.stageId]: now },
  }) as const
