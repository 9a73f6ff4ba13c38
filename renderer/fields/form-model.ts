import { z } from 'zod'

import { canonical, flatten, isMap } from '../../shared/change/index.ts'
import {
  type Catalog,
  defaultOf,
  type Field,
  isFieldOfKind,
  missingName,
  type NounName,
  plainCatalog,
  type Records,
} from '../../shared/domain/index.ts'

/** The values of a form: fields by name, undefined for none. */
export type FormValues = Record<string, unknown>

const MARKS = new Set(['label', 'primary', 'kind', 'e164'])

/** Whether an entry says anything: a line left empty is no entry. */
const isFilled = (entry: unknown): boolean =>
  !isMap(entry) || Object.entries(entry).some(([key, value]) => !MARKS.has(key) && String(value ?? '').trim() !== '')

const trimmed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim()
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)]))
}

/** What a form's value means: no blanks around, no empty lines, nothing at all instead of ''. */
export const cleanValue = (value: unknown): unknown => {
  const plain = trimmed(value)
  if (plain === '' || plain === null) return undefined
  if (!isMap(plain)) return plain
  const filled = Object.entries(plain).filter(([, entry]) => isFilled(entry))
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}

/** The fields of a noun that a form may show, in their order; of a customer only those of its kind. */
export const formFields = (noun: NounName, catalog: Catalog = plainCatalog, kind?: unknown): [string, Field][] =>
  Object.entries<Field>(catalog.fields(noun)).filter(
    ([, field]) => !field.system && field.type !== 'data' && isFieldOfKind(field, kind),
  )

/** What fields of one's own begin with in a new record, by name. */
export const defaultValues = (noun: NounName, catalog: Catalog): FormValues =>
  Object.fromEntries(
    catalog.own.flatMap((definition) => {
      const value = defaultOf(definition)
      return value === undefined || !Object.hasOwn(catalog.fields(noun), definition.id) ? [] : [[definition.id, value]]
    }),
  )

/** Without the fields that a record of its kind does not have: what they hold stays. */
export const keysOfKind = (
  noun: NounName,
  keys: readonly string[],
  catalog: Catalog,
  { kind }: Readonly<FormValues>,
): string[] => keys.filter((key) => isFieldOfKind(catalog.field(noun, key) ?? {}, kind))

/**
 * The schema of a form over some fields of a noun: cleans first, then checks as the record's own schema does, and asks
 * for what this record needs of one's own fields. Its messages are keys of texts.
 * @param record what the record holds beside the form; nothing of a new one
 */
export const formSchema = (
  noun: NounName,
  keys: readonly string[],
  catalog: Catalog = plainCatalog,
  record: Readonly<FormValues> = {},
) => {
  const shape = Object.fromEntries(
    keys.flatMap((key) => {
      const field = catalog.field(noun, key)
      return field ? [[key, z.preprocess(cleanValue, field.schema)] as const] : []
    }),
  )
  const form = z.object(shape).superRefine((values, context) => {
    if (noun !== 'customers' || !keys.includes('familyName')) return
    const message = missingName(values as Records['customers'])
    if (message) context.addIssue({ code: 'custom', path: [namedBy(values)], message })
  })
  return ownKeys(noun, keys, catalog).reduce(
    (schema, key) =>
      schema.refine((values) => !lacks(noun, key, catalog, record, values), {
        path: [key],
        error: 'customers.form.required',
        // Asked for together with what else is wrong, not after that is mended.
        when: () => true,
      }),
    form,
  )
}

const ownKeys = (noun: NounName, keys: readonly string[], catalog: Catalog): string[] =>
  keys.filter((key) => catalog.field(noun, key)?.custom === true)

const lacks = (
  noun: NounName,
  key: string,
  catalog: Catalog,
  record: Readonly<FormValues>,
  typed: Readonly<FormValues>,
): boolean => {
  const values = { ...record, ...typed }
  return (
    cleanValue(typed[key]) === undefined &&
    isFieldOfKind(catalog.field(noun, key) ?? {}, values['kind']) &&
    catalog.isRequired(noun, key, values) &&
    catalog.access(key, record[key]) === 'open'
  )
}

const namedBy = (values: FormValues): string => (values['kind'] === 'company' ? 'companyName' : 'givenName')

/** The key of the text that says what is wrong with a field. */
export const issueKey = (issue: {
  code?: string | undefined
  input?: unknown
  message?: string | undefined
}): string => {
  if (issue.code === 'custom' && issue.message) return issue.message
  if (issue.input === undefined) return 'customers.form.required'
  if (issue.code === 'too_big') return 'customers.form.tooLong'
  return 'customers.form.invalid'
}

/** What a form changed, by path: the new value, or undefined for what was cleared. Both sides are cleaned. */
export const changedPaths = (
  before: Readonly<FormValues>,
  after: Readonly<FormValues>,
  keys: readonly string[],
): Record<string, unknown> => {
  const pick = (values: Readonly<FormValues>) =>
    flatten(Object.fromEntries(keys.map((key) => [key, cleanValue(values[key])])))
  const [old, now] = [pick(before), pick(after)]
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return Object.fromEntries(
    paths.filter((path) => canonical(old[path]) !== canonical(now[path])).map((path) => [path, now[path]]),
  )
}
