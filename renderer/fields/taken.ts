import { type CustomField, displayName, type NounName, uniqueKey } from '../../shared/domain/index.ts'
import type { Book } from '../data/index.ts'
import type { ReadModel } from '../read-model/api.ts'

/** Another record with the same value: its id and what it is called. */
export type Taken = { id: string; name: string }

type Surroundings = {
  book: Pick<Book, 'db'>
  model: Pick<ReadModel, 'aggregate' | 'select'>
  /** ISO 3166-1 alpha-2: where a phone without a country code is from. */
  country: string | undefined
}

const MOST = 50

const phoneReader = async (country: string | undefined): Promise<(typed: string) => string | undefined> => {
  const { readPhone } = await import('../../shared/phone/index.ts')
  return (typed) => readPhone(typed, country).e164
}

/** The values in the book that are the same to a person as the one that was typed. */
const sameValues = async (
  { model, country }: Surroundings,
  noun: NounName,
  { id: column, type }: CustomField,
  value: unknown,
): Promise<string[]> => {
  const phone = type === 'phone' ? await phoneReader(country) : undefined
  const key = uniqueKey(type, value, phone)
  if (key === '') return []
  const rows = await model.aggregate({
    noun,
    archived: 'with',
    groupBy: [{ column }],
    measures: [{ kind: 'count' }],
  })
  return rows.flatMap(({ keys: [held = ''] }) => (held !== '' && uniqueKey(type, held, phone) === key ? [held] : []))
}

/**
 * Who else holds a value that no two may hold; nothing where nobody does. The trash does not count.
 * @param ownId the record that is being edited
 */
export const findTaken = async (
  around: Surroundings,
  noun: 'customers' | 'deals',
  definition: CustomField,
  value: unknown,
  ownId: string | undefined,
): Promise<Taken | undefined> => {
  const { id: column, type } = definition
  const values = await sameValues(around, noun, definition, value)
  if (values.length === 0) return undefined
  const { ids } = await around.model.select({
    noun,
    archived: 'with',
    filter:
      type === 'number'
        ? [{ column, op: 'range', from: Number(values[0]), to: Number(values[0]) }]
        : [{ column, op: 'is', values }],
    offset: 0,
    limit: MOST,
  })
  const id = ids.find((each) => each !== ownId)
  if (id === undefined) return undefined
  if (noun === 'deals') return { id, name: (await around.book.db.deals.get(id))?.title ?? '' }
  const customer = await around.book.db.customers.get(id)
  return { id, name: customer ? displayName(customer) : '' }
}
