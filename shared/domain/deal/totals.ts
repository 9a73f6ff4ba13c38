import { dealProbability, type Pipeline } from '../pipeline/pipeline.ts'
import type { Deal } from './deal.ts'

/** The deals of one currency, in its minor units. `weighted` is value times probability. */
export type DealTotal = { currency: string; value: number; weighted: number }

type Valued = Pick<Deal, 'status' | 'stageId' | 'value' | 'currency' | 'probability'>

/** Totals per currency (money of several is never added up), the largest first. Deals without a value add nothing. */
export const dealTotals = (deals: readonly Valued[], pipeline: Pick<Pipeline, 'stages'> | undefined): DealTotal[] => {
  const sums = new Map<string, { value: number; hundredfold: number }>()
  for (const deal of deals) {
    if (deal.value === undefined) continue
    const sum = sums.get(deal.currency) ?? { value: 0, hundredfold: 0 }
    sum.value += deal.value
    sum.hundredfold += deal.value * dealProbability(deal, pipeline)
    sums.set(deal.currency, sum)
  }
  return [...sums]
    .map(([currency, { value, hundredfold }]) => ({ currency, value, weighted: Math.round(hundredfold / 100) }))
    .sort((a, b) => b.value - a.value || (a.currency < b.currency ? -1 : 1))
}
