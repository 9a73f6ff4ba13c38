import { z } from 'zod'

import { canonical, flatten, isMap } from '../../shared/change/index.ts'
import {
  type Catalog,
  type Field,
  isFieldOfKind,
  missingName,
  type NounName,
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
export const formFields = (noun: NounName, catalog: Catalog, kind?: unknown): [string, Field][] =>
  Object.entries<Field>(catalog.fields(noun)).filter(
    ([, field]) => !field.system && field.type !== 'data' && isFieldOfKind(field, kind),
  )

/**
 * The schema of a form over some fields of a noun: cleans first, then checks as the record's own schema does. Its
 * messages are keys of texts.
 */
export const formSchema = (noun: NounName, keys: readonly string[], catalog: Catalog) => {
  const shape = Object.fromEntries(
    keys.flatMap((key) => {
      const field = catalog.field(noun, key)
      return field ? [[key, z.preprocess(cleanValue, field.schema)] as const] : []
    }),
  )
  return z.object(shape).superRefine((values, context) => {
    if (noun !== 'customers' || !keys.includes('familyName')) return
    const message = missingName(values as Records['customers'])
    if (message) context.addIssue({ code: 'custom', path: [namedBy(values)], message })
  })
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
