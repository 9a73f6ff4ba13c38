import { z } from 'zod'

import { type Column, standardColumns } from './columns.ts'
import { missingRequired } from './completeness.ts'
import { accessOf, type FieldAccess } from './custom-field/access.ts'
import { type CustomField, type CustomFieldScope, customFieldTypes } from './custom-field/custom-field.ts'
import { isRequiredNow, type StagePlaces, stagePlaces } from './custom-field/requirement.ts'
import { customIssues, customValueSchema } from './custom-field/value-schema.ts'
import { invalidContacts } from './customer/health.ts'
import { type Field, type Fields, isFieldOfKind } from './field.ts'
import { type NounName, nouns, type Records, type TableName } from './nouns.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import type { Role } from './role.ts'

/** Every field of the book: those that Fairbook knows and those of one's own, as one. */
export type Catalog = {
  /** The fields of one's own that are in use, in their order. */
  readonly own: readonly CustomField[]
  /** The fields of a table in their order, those of one's own at the end of its form; without retired ones. */
  fields: (table: TableName) => Fields
  /** A field by its name, retired ones too: their values and their history stay. */
  field: (table: TableName, key: string) => Field | undefined
  /** The definition of a field of one's own by its name, retired ones too. */
  definition: (key: string) => CustomField | undefined
  /** What lists can show, sort, filter and group by; without retired fields. */
  columns: (noun: NounName) => readonly Column[]
  /** The schema of a whole record, the fields of one's own among them. */
  schema: (table: TableName) => z.ZodType<Record<string, unknown>>
  /** Whether a record as it is now must have a value in a field. */
  isRequired: (table: TableName, key: string, record: Readonly<Record<string, unknown>>) => boolean
  /** What the role of this catalog may do with a field of a record that holds `held` in it. */
  access: (key: string, held: unknown) => FieldAccess
  /** The same book as another role sees it: without the fields that are hidden from it. */
  forRole: (role: Role) => Catalog
}

/** What a catalog needs beside the definitions. Without `role` nothing is hidden or locked. */
export type CatalogOptions = { pipelines?: Iterable<Pick<Pipeline, 'id' | 'stages'>>; role?: Role }

const tableOf: Record<CustomFieldScope, TableName> = {
  customers: 'customers',
  people: 'customers',
  companies: 'customers',
  deals: 'deals',
}

const kindOf: Record<CustomFieldScope, { kind?: 'person' | 'company' }> = {
  customers: {},
  people: { kind: 'person' },
  companies: { kind: 'company' },
  deals: {},
}

const searched = new Set<CustomField['type']>(['text', 'longText', 'phone', 'email', 'url'])

const inOrder = (a: CustomField, b: CustomField): number => {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const optionsInOrder = (options: NonNullable<CustomField['options']>): string[] =>
  Object.entries(options)
    .sort(([a, one], [b, other]) => (one.order === other.order ? (a < b ? -1 : 1) : one.order < other.order ? -1 : 1))
    .map(([id]) => id)

const asField = (definition: CustomField): Field => ({
  type: definition.type,
  schema: customValueSchema(definition),
  group: 'own',
  column: 'optional',
  custom: true,
  ...kindOf[definition.scope],
  ...(searched.has(definition.type) && { search: true as const }),
  ...(definition.options && { options: optionsInOrder(definition.options) }),
  ...(definition.type === 'link' && { target: 'customers' as const }),
  ...(definition.type === 'money' && definition.scope === 'deals' && { currencyField: 'currency' }),
})

/**
 * The catalog of a book from the definitions it holds, deleted ones too (they count for nothing).
 * A definition that a newer version wrote and this one can't use is left out.
 */
export const createCatalog = (
  definitions: readonly CustomField[],
  { pipelines = [], role }: CatalogOptions = {},
): Catalog => catalogOf(definitions, stagePlaces(pipelines), role)

const catalogOf = (definitions: readonly CustomField[], places: StagePlaces, role: Role | undefined): Catalog => {
  const known = definitions.filter(
    ({ deletedAt, scope, type }) =>
      deletedAt === undefined && Object.hasOwn(tableOf, scope) && customFieldTypes.includes(type),
  )
  const all = new Map(known.map((definition) => [definition.id, definition]))
  const isHidden = ({ hiddenFrom }: CustomField): boolean => role !== undefined && hiddenFrom?.[role] === true
  const own = known.filter((definition) => !definition.retired && !isHidden(definition)).sort(inOrder)
  const forRoles = new Map<Role, Catalog>()
  const fieldsByTable = new Map<TableName, Fields>()
  const columnsByNoun = new Map<NounName, readonly Column[]>()
  const schemas = new Map<TableName, z.ZodType<Record<string, unknown>>>()
  const cached = <K, V>(held: Map<K, V>, key: K, make: () => V): V => {
    const value = held.get(key) ?? make()
    held.set(key, value)
    return value
  }
  const customOf = (table: TableName): [string, Field][] =>
    own.filter(({ scope }) => tableOf[scope] === table).map((definition) => [definition.id, asField(definition)])

  const catalog: Catalog = {
    own,
    fields: (table) =>
      cached(fieldsByTable, table, () => {
        const custom = customOf(table)
        return custom.length === 0 ? nouns[table].fields : { ...nouns[table].fields, ...Object.fromEntries(custom) }
      }),
    field: (table, key) => {
      const definition = all.get(key)
      if (definition !== undefined && tableOf[definition.scope] === table) return asField(definition)
      const fields: Fields = nouns[table].fields
      return Object.hasOwn(fields, key) ? fields[key] : undefined
    },
    definition: (key) => all.get(key),
    columns: (noun) =>
      cached(columnsByNoun, noun, () => [
        ...standardColumns(noun),
        ...customOf(noun).map(([key, field]): Column => ({ key, type: field.type, shown: 'optional', field })),
        ...(noun === 'customers' || noun === 'deals' ? [missingColumn(noun, catalog, places)] : []),
        ...(noun === 'customers' ? [invalidColumn(customOf('customers'), catalog)] : []),
      ]),
    schema: (table) =>
      cached(schemas, table, () => {
        const custom = customOf(table)
        const { schema } = nouns[table]
        if (custom.length === 0) return schema
        const shape = Object.fromEntries(custom.map(([key, field]) => [key, field.schema]))
        return z.looseObject({ ...schema.shape, ...shape })
      }),
    isRequired: (table, key, record) => {
      const definition = all.get(key)
      if (definition === undefined) return catalog.field(table, key)?.required === true
      return !definition.retired && isRequiredNow(definition, record, places)
    },
    access: (key, held) => {
      const definition = all.get(key)
      return definition === undefined || role === undefined ? 'open' : accessOf(definition, role, held)
    },
    forRole: (other) =>
      other === role ? catalog : cached(forRoles, other, () => catalogOf(definitions, places, other)),
  }
  return catalog
}

/** How many required fields a record lacks; nothing where it lacks none. */
const missingColumn = (noun: 'customers' | 'deals', catalog: Catalog, places: StagePlaces): Column => ({
  key: 'missing',
  type: 'number',
  shown: 'optional',
  derive: (row) => missingRequired(noun, row, catalog).length || undefined,
  basis: JSON.stringify([
    catalog.own.flatMap(({ id, scope, required, requiredFrom }) =>
      required === undefined || required === 'never' ? [] : [[id, scope, required, requiredFrom]],
    ),
    noun === 'deals' && catalog.own.some(({ scope, required }) => scope === 'deals' && required === 'from')
      ? Array.from(places, ([id, ofStages]) => [id, ...ofStages.keys()])
      : [],
  ]),
})

/**
 * How many values of a customer can't be right: e-mails and phones that are none, and values of one's own fields that
 * are not of their type or break its limits or pattern. Choices come and go without a look at every record: whether a
 * value is one of them is not judged. Nothing where there are none.
 */
const invalidColumn = (custom: readonly [string, Field][], catalog: Catalog): Column => ({
  key: 'invalid',
  type: 'number',
  shown: 'optional',
  derive: (row) => {
    const wrong = custom.filter(
      ([key, field]) =>
        isFieldOfKind(field, row['kind']) &&
        field.schema.safeParse(row[key]).error?.issues.some(({ message }) => message !== customIssues.notOne),
    )
    return (invalidContacts(row as Pick<Records['customers'], 'emails' | 'phones'>) ?? 0) + wrong.length || undefined
  },
  basis: JSON.stringify(
    custom.map(([key]) => {
      const { scope, type, min, max, earliest, latest, pattern } = catalog.definition(key) ?? {}
      return [key, scope, type, min, max, earliest, latest, pattern]
    }),
  ),
})

/** The catalog of a book without fields of its own. */
export const plainCatalog: Catalog = createCatalog([])
