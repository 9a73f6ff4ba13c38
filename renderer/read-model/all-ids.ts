import type { ReadModel, SelectQuery } from './api.ts'

/** The ids of all that fit a question, in its order. */
export const allIds = async (
  model: Pick<ReadModel, 'select'>,
  query: Omit<SelectQuery, 'offset' | 'limit'>,
): Promise<string[]> => {
  const { count } = await model.select({ ...query, offset: 0, limit: 0 })
  return (await model.select({ ...query, offset: 0, limit: count })).ids
}
