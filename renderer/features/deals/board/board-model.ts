import { type DealTotal, dealTotals } from '../../../../shared/domain/deal/totals.ts'
import { type Deal, orderedStages, type Pipeline, type Stage } from '../../../../shared/domain/index.ts'
import { groupBy } from '../../../../shared/group.ts'
import { inOrder } from '../../../../shared/order.ts'

/** The targets that are no stage. `stray` holds deals whose stage another device has just deleted. */
export const WON = 'won'
export const LOST = 'lost'
export const STRAY = 'stray'

/** One column of the board. `id` is a stage's id, or one of the above. */
export type BoardColumn = { id: string; stage: Stage | undefined; deals: readonly Deal[]; totals: readonly DealTotal[] }

/**
 * The stages of a pipeline as columns with their open deals in order. Deals of a stage that is gone come first, in a
 * column of their own: no deal is out of sight.
 */
export const boardColumns = (pipeline: Pipeline, deals: readonly Deal[]): BoardColumn[] => {
  const stages = orderedStages(pipeline)
  const known = new Set(stages.map(({ id }) => id))
  const groups = groupBy(deals, ({ stageId }) => (known.has(stageId) ? stageId : STRAY))
  const column = (id: string, stage: Stage | undefined): BoardColumn => {
    const own = inOrder(groups.get(id) ?? [])
    return { id, stage, deals: own, totals: dealTotals(own, pipeline) }
  }
  return [...(groups.has(STRAY) ? [column(STRAY, undefined)] : []), ...stages.map((stage) => column(stage.id, stage))]
}

/** Where a held card would land: `index` counts the other cards of the column above it. */
export type Spot = { column: string; index: number }
export type Step = 'up' | 'down' | 'before' | 'after' | 'first' | 'last'

/** A column that takes cards; `count` is of the cards in it other than the held one. Won and lost have no order. */
export type Target = { id: string; count: number }

/** The targets in reading order for a held card: the stages, then won and lost. */
export const targetsFor = (columns: readonly BoardColumn[], heldId: string): Target[] => [
  ...columns
    .filter(({ stage }) => stage !== undefined)
    .map(({ id, deals }) => ({ id, count: deals.filter((deal) => deal.id !== heldId).length })),
  { id: WON, count: 0 },
  { id: LOST, count: 0 },
]

/** The next spot for a key; the same spot where there is no further one. */
export const stepSpot = (targets: readonly Target[], spot: Spot, step: Step): Spot => {
  const at = targets.findIndex(({ id }) => id === spot.column)
  const here = targets[at]
  if (step === 'before' || step === 'after') {
    const next = targets[step === 'before' ? Math.max(0, at - 1) : at + 1]
    return next ? { column: next.id, index: Math.min(spot.index, next.count) } : spot
  }
  if (!here) return spot
  const index = { up: spot.index - 1, down: spot.index + 1, first: 0, last: here.count }[step]
  return { column: spot.column, index: Math.min(Math.max(0, index), here.count) }
}

/**
 * The rows of a column while a card is held: the other cards close up, and open a gap where it would land.
 * @param others ids of the cards other than the held one
 * @param gap where the gap is; undefined for none here
 * @returns the row of each id
 */
export const rowsWithGap = (others: readonly string[], gap: number | undefined): ReadonlyMap<string, number> =>
  new Map(others.map((id, index) => [id, gap !== undefined && index >= gap ? index + 1 : index]))
