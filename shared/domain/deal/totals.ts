import { dealProbability, type Pipeline } from '../pipeline/pipeline.ts'
import type { Deal } from './deal.ts'

/** The deals of one currency, in its minor units. `weighted` is value times probability. */
export type DealTotal = { currency: string; value: number; weighted: number }

type Valued = Pick<Deal, 'status' | 'stageId' | 'value' | 'currency' | 'probability'>

/**
 * Totals per currency (money of several is never added up), that of most deals first. Deals without a value add nothing.
 */
export const dealTotals = (deals: readonly Valued[], pipeline: Pick<Pipeline, 'stages'> | undefined): DealTotal[] => {
  const sums = new Map<string, { count: number; value: number; hundredfold: number }>()
  for (const deal of deals) {
    if (deal.value === undefined) continue
    const sum = sums.get(deal.currency) ?? { count: 0, value: 0, hundredfold: 0 }
    sum.count += 1
    sum.value += deal.value
    sum.hundredfold += deal.value * dealProbability(deal, pipeline)
    sums.set(deal.currency, sum)
  }
  return [...sums]
    .sort(([a, { count }], [b, other]) => other.count - count || (a < b ? -1 : 1))
    .map(([currency, { value, hundredfold }]) => ({ currency, value, weighted: Math.round(hundredfold / 100) }))
}
