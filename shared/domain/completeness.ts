import type { Catalog } from './catalog.ts'
import { missingName } from './customer/rules.ts'
import { type Field, isFieldOfKind } from './field.ts'
import type { Records } from './nouns.ts'

type Values = Readonly<Record<string, unknown>>
type Kept = 'customers' | 'deals'

/** What of a record is there and what is not. `missing` are the names of fields, in the order of the form. */
export type Completeness = {
  missing: string[]
  /** How many fields are required of this record. */
  required: number
  /** How many more it could have, and has. */
  additional: { filled: number; total: number }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** Parts of the name: together they are one required thing. */
const NAMES = new Set(['givenName', 'familyName', 'companyName'])
/** What a company has no use for. */
const ONLY_PEOPLE = new Set(['givenName', 'familyName', 'companyId', 'role', 'birthday'])

/** Whether a record of this kind can have the field at all. */
const concerns = (table: Kept, key: string, field: Field, kind: unknown): boolean =>
  !field.system &&
  field.type !== 'data' &&
  isFieldOfKind(field, kind) &&
  !(table === 'customers' && kind === 'company' && ONLY_PEOPLE.has(key))

/** The fields that a record should have and has not; of a name that is missing, the field to begin it with. */
export const missingRequired = (table: Kept, record: Values, catalog: Pick<Catalog, 'fields' | 'isRequired'>) => {
  const kind = record['kind']
  const named = table === 'customers' && missingName(record as Pick<Records['customers'], 'kind'>) !== undefined
  const missing = Object.entries<Field>(catalog.fields(table)).flatMap(([key, field]) =>
    concerns(table, key, field, kind) && catalog.isRequired(table, key, record) && isEmpty(record[key]) ? [key] : [],
  )
  return named ? [kind === 'company' ? 'companyName' : 'givenName', ...missing] : missing
}

/** How complete a customer or deal is, by the fields that the book asks of it now. */
export const completeness = (table: Kept, record: Values, catalog: Catalog): Completeness => {
  const fields = Object.entries<Field>(catalog.fields(table)).filter(([key, field]) =>
    concerns(table, key, field, record['kind']),
  )
  const required = fields.filter(([key]) => catalog.isRequired(table, key, record))
  const additional = fields.filter(
    ([key]) => !catalog.isRequired(table, key, record) && !(table === 'customers' && NAMES.has(key)),
  )
  return {
    missing: missingRequired(table, record, catalog),
    required: required.length + (table === 'customers' ? 1 : 0),
    additional: { filled: additional.filter(([key]) => !isEmpty(record[key])).length, total: additional.length },
  }
}
