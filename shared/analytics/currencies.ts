import type { Grouped } from './report.ts'

/**
 * The currencies that hold any money, the book's own first, then those of the largest sums. Deals without a currency
 * count as the book's.
 * @param at where in `keys` the currency stands
 * @param measure where in `values` the money stands
 */
export const currenciesOf = (rows: readonly Grouped[], at: number, measure: number, book: string): string[] => {
  const sums = new Map<string, number>()
  for (const { keys, values } of rows) {
    const currency = keys[at] || book
    sums.set(currency, (sums.get(currency) ?? 0) + Math.abs(values[measure] ?? 0))
  }
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort(([a, x], [b, y]) => Number(b === book) - Number(a === book) || y - x || (a < b ? -1 : 1))
    .map(([currency]) => currency)
}
