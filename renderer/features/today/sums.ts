import type { AggregateRow } from '../../read-model/api.ts'

/** Sums of one currency, in its minor units. */
export type CurrencySum = { currency: string; value: number; weighted: number }

/** One sum that stands in front, and those of other currencies: money of several is never added up. */
export type Sums = { main: CurrencySum; others: readonly CurrencySum[]; count: number }

/**
 * The groups of an aggregate by currency with the measures count, sum and (where asked) weighted. The book's currency
 * stands in front; where it has nothing but another has, the largest of those.
 */
export const sumsOf = (rows: readonly AggregateRow[], currency: string): Sums => {
  const sums = rows
    .map(({ keys: [key = ''], values: [, value = 0, weighted = 0] }) => ({
      currency: key || currency,
      value,
      weighted,
    }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Number(b.currency === currency) - Number(a.currency === currency) || b.value - a.value)
  const [main = { currency, value: 0, weighted: 0 }, ...others] = sums
  return { main, others, count: rows.reduce((count, { values: [more = 0] }) => count + more, 0) }
}

/** By which share a sum has grown over an earlier one of the same currency; undefined where there is no measure. */
export const growth = (now: CurrencySum, before: CurrencySum): number | undefined =>
  now.currency === before.currency && before.value > 0 ? now.value / before.value - 1 : undefined
