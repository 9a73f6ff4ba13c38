import { z } from 'zod'

import { type Field, type Fields, field, required } from './field.ts'

const baseFields = {
  createdAt: required(field.instant({ system: true, group: 'system', column: 'optional' })),
  /** Who made it, by name. */
  createdBy: field.text({ system: true, group: 'system' }),
  /** The import that created it. */
  importId: field.text({ system: true, group: 'system' }),
  /** In the trash since. */
  deletedAt: field.instant({ system: true, group: 'system' }),
  /** What it is called in the programs it came from (`hubspot:123`). */
  sourceIds: field.data(z.record(z.string().min(1).max(300), z.literal(true))),
} as const

type Schemas<F extends Fields> = { [K in keyof F]: F[K]['schema'] }
type BaseFields = typeof baseFields

export type Noun<T extends string = string, F extends Fields = Fields> = {
  table: T
  fields: F & BaseFields
  /** Typed by what this version knows; what it does not know passes through. */
  schema: z.ZodObject<{ id: z.ZodString } & Schemas<F & BaseFields>, z.core.$strip>
}

/**
 * One noun of the book: its table, its fields in their order, and the zod schema made of them. Fields that a newer
 * version wrote pass through the schema untouched.
 */
export const defineNoun = <const T extends string, const F extends Fields>(table: T, own: F): Noun<T, F> => {
  const fields = { ...own, ...baseFields }
  const shape = Object.fromEntries(Object.entries<Field>(fields).map(([name, { schema }]) => [name, schema]))
  const schema = z.looseObject({ id: z.string().min(1).max(200), ...shape })
  return { table, fields, schema: schema as unknown as Noun<T, F>['schema'] }
}
