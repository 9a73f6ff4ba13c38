import type { Row } from '../../shared/change/index.ts'
import { stampMillis } from '../../shared/change/index.ts'
import {
  type Column,
  consentSchema,
  consentValues,
  derivedColumns,
  type NounName,
  orderedEntries,
} from '../../shared/domain/index.ts'
import { parseDay } from './calendar.ts'
import { type Cell, isDay, VALUE_SEPARATOR } from './held-column.ts'

/** How a column's cell is read from a row. A row may hold anything: what does not fit the type is no value. */
export type ReadRow = (row: Row) => Cell

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const toText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : value.replaceAll(VALUE_SEPARATOR, ' ')
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

const toNumber = (value: unknown): number | undefined => {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const toDay = (value: unknown): number | undefined => {
  const day = typeof value === 'string' ? parseDay(value) : Number.NaN
  return isDay(day) ? day : undefined
}

const toInstant = (value: unknown): number | undefined => {
  const millis = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(millis) ? undefined : millis
}

const several = (values: readonly (string | undefined)[]): string | undefined => {
  const held = values.filter((value) => value !== undefined && value !== '')
  return held.length === 0 ? undefined : held.join(VALUE_SEPARATOR)
}

/** The entries of a map-like field, primary one first; none for anything else. */
export const entriesOf = (value: unknown): Record<string, unknown>[] =>
  isObject(value) && !Array.isArray(value)
    ? orderedEntries(
        Object.fromEntries(Object.entries(value).filter(([, entry]) => isObject(entry))) as Record<string, object>,
      )
    : []

const tagsOf = (value: unknown): string[] =>
  isObject(value) && !Array.isArray(value)
    ? Object.keys(value)
        .filter((tag) => value[tag] === true)
        .sort()
    : []

/** What holds for each purpose and channel; an entry that is no statement says nothing. */
const consentsOf = (value: unknown): string[] => {
  if (!isObject(value) || Array.isArray(value)) return []
  const statements = Object.entries(value).flatMap(([id, entry]) => {
    const { data } = consentSchema.safeParse(entry)
    return data === undefined ? [] : [[id, data] as const]
  })
  return consentValues({ consents: Object.fromEntries(statements) }).sort()
}

const ADDRESS_PARTS = ['street', 'postcode', 'city', 'region', 'country'] as const
const addressText = (entry: Record<string, unknown>): string =>
  ADDRESS_PARTS.flatMap((part) => toText(entry[part]) ?? []).join(', ')

const readers: Record<Column['type'], (value: unknown) => Cell> = {
  text: toText,
  longText: toText,
  url: toText,
  choice: toText,
  currency: toText,
  language: toText,
  country: toText,
  link: toText,
  boolean: toNumber,
  number: toNumber,
  percent: toNumber,
  money: toNumber,
  day: toDay,
  instant: toInstant,
  email: toText,
  phone: toText,
  tags: (value) => several(tagsOf(value).map(toText)),
  choices: (value) => several(tagsOf(value).map(toText)),
  consents: (value) => several(consentsOf(value)),
  emails: (value) => several(entriesOf(value).map((entry) => toText(entry['value']))),
  phones: (value) => several(entriesOf(value).map((entry) => toText(entry['value']))),
  addresses: (value) => several(entriesOf(value).map(addressText)),
  data: () => undefined,
}

const updatedAt: ReadRow = (row) => {
  let latest = typeof row.stamp === 'string' ? row.stamp : ''
  if (row.stamps !== undefined)
    for (const stamp of Object.values(row.stamps)) if (typeof stamp === 'string' && stamp > latest) latest = stamp
  return latest === '' ? undefined : stampMillis(latest) || undefined
}

/** The reader of a column's cells. Roll-ups are computed elsewhere: theirs reads nothing. */
export const readerOf = (noun: NounName, column: Column): ReadRow => {
  const { key, type, field } = column
  const read = readers[type]
  if (field !== undefined) return (row) => read(row[key])
  if (key === 'updatedAt') return updatedAt
  const derived: { derive?: (row: never) => unknown } | undefined =
    column.derive !== undefined ? column : Reflect.get(derivedColumns[noun], key)
  const derive = derived?.derive
  if (derive === undefined) return () => undefined
  return (row) => {
    try {
      // The row is what the noun's schema let in, or what a newer version wrote: `read` judges what comes out.
      return read(derive(row as never))
    } catch {
      return undefined
    }
  }
}
