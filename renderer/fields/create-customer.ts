import type { CustomerKind } from '../../shared/domain/index.ts'
import type { Book } from '../data/index.ts'
import { defaultValues, keysOfKind } from './form-model.ts'

/** A name as typed in its parts: all but the last word are given names. */
export const splitName = (name: string): { givenName?: string; familyName?: string } => {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const familyName = words.length > 1 ? words.at(-1) : undefined
  const givenName = (familyName ? words.slice(0, -1) : words).join(' ')
  return { ...(givenName && { givenName }), ...(familyName && { familyName }) }
}

/** What a name alone says of a new customer. */
export const namedValues = (name: string, kind: CustomerKind) =>
  kind === 'company' ? { companyName: name.trim() } : splitName(name)

/** Adds a lead of whom only the name is known, and gives its id. */
export const createCustomerNamed = async (book: Book, name: string, kind: CustomerKind): Promise<string> => {
  let id = ''
  const catalog = await book.catalog()
  const defaults = defaultValues('customers', catalog)
  const own = keysOfKind('customers', Object.keys(defaults), catalog, { kind }).map((key) => [key, defaults[key]])
  await book.write({ key: 'customerCreated', params: { name: name.trim() } }, (draft) => {
    id = draft.create('customers', { ...Object.fromEntries(own), kind, status: 'lead', ...namedValues(name, kind) }).id
  })
  return id
}
