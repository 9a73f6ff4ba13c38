import type { Deal } from './deal.ts'

/** After how many days without contact or move a card warns. */
export const IDLE_AFTER_DAYS = 14

const DAY = 86_400_000

const daysSince = (instant: string, now: number): number => {
  const then = Date.parse(instant)
  return Number.isNaN(then) ? 0 : Math.max(0, Math.floor((now - then) / DAY))
}

type Aged = Pick<Deal, 'stageId' | 'stageEnteredAt' | 'createdAt'>

/** Whole days since the deal entered its stage. `now` in Unix milliseconds. */
export const daysInStage = (deal: Aged, now: number): number =>
  daysSince(deal.stageEnteredAt?.[deal.stageId] ?? deal.createdAt, now)

/**
 * Whole days in which nothing happened: since the deal was made, entered any stage, or had its last contact.
 * @param lastContact ISO instant, undefined for none
 */
export const idleDays = (deal: Aged, lastContact: string | undefined, now: number): number => {
  const happened = [deal.createdAt, lastContact, ...Object.values(deal.stageEnteredAt ?? {})]
  return Math.min(...happened.flatMap((instant) => (instant === undefined ? [] : [daysSince(instant, now)])))
}

/** Whether an open deal was to be closed before `today` (`YYYY-MM-DD`). */
export const isOverdue = (deal: Pick<Deal, 'status' | 'expectedClose'>, today: string): boolean =>
  deal.status === 'open' && deal.expectedClose !== undefined && deal.expectedClose < today
