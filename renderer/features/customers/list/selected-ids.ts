import { allIds } from '../../../read-model/all-ids.ts'
import type { ReadModel } from '../../../read-model/api.ts'
import type { GridSelection } from '../../../ui/index.ts'
import type { CustomerQuery } from './use-customer-rows.ts'

/** The ids a selection stands for: those ticked, or all that fit the list's question but those unticked. */
export const selectedIds = async (
  model: Pick<ReadModel, 'select'>,
  query: CustomerQuery,
  { mode, ids }: GridSelection,
): Promise<string[]> => {
  if (mode === 'some') return [...ids]
  return (await allIds(model, { noun: 'customers', ...query })).filter((id) => !ids.has(id))
}
