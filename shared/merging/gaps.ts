import type { Catalog } from '../domain/index.ts'
import { type MergeRecord, saidOf } from './best.ts'
import { type MergePlan, planMerge } from './plan.ts'

/**
 * What typed values add to a customer of the book, by path: what it has stays, lists grow, nothing else of it changes.
 * @param typed values by field, as a new record would hold them
 */
export const fillGaps = (
  held: MergeRecord,
  typed: Readonly<Record<string, unknown>>,
  catalog: Catalog,
): MergePlan['paths'] => {
  const known = Object.fromEntries(
    Object.keys(held)
      .filter((key) => saidOf(held, key) !== undefined)
      .map((key) => [key, held.id]),
  )
  const { createdAt, status, kind } = held
  const added: MergeRecord = { ...typed, id: 'typed', kind, status, createdAt }
  const { archivedAt: _, ...paths } = planMerge([held, added], catalog, known).paths
  return paths
}
