import { canonical, flatten, isMap, type Json } from '../change/index.ts'
import { type Address, type Catalog, type Customer, type Field, isFieldOfKind } from '../domain/index.ts'
import { bestOf, type MergeRecord, saidOf, sameKey, together } from './best.ts'
import { uniteAddresses, uniteContacts, uniteEntries, uniteNotes } from './unite.ts'

/**
 * What happens to one field. `same`: all say it; `filled`: those that say something say the same; `choice`: one of
 * several values is taken; `united`: what all say is kept.
 */
export type MergeRow = {
  key: string
  field: Field
  how: 'same' | 'filled' | 'choice' | 'united'
  /** The record whose value is taken; of `united` ones the one that comes first. */
  from: string
}

/** Which record's value to take, by field. */
export type MergeChoices = Readonly<Record<string, string>>

export type MergePlan = {
  mainId: string
  loserIds: string[]
  rows: MergeRow[]
  /** The main record as it will be. */
  result: Customer
  /** What changes in it, by path; undefined clears. */
  paths: Record<string, Json | undefined>
}

/** What the book itself keeps about a record: it is no field of the merge. */
const BOOK_OWN = new Set(['id', 'stamp', 'stamps', 'deletedAt', 'importId', 'mergedInto', 'kind', 'archivedAt'])

const isUnited = (key: string, values: readonly unknown[]): boolean => key === 'notes' || values.some(isMap)

const unite = (key: string, type: string | undefined, values: readonly unknown[]): unknown => {
  const maps = values.map((value) => (isMap(value) ? value : undefined))
  if (key === 'notes') return uniteNotes(values.map((value) => (typeof value === 'string' ? value : undefined)))
  // Maps of fields that the schema let in.
  if (type === 'emails' || type === 'phones') return uniteContacts(maps as Parameters<typeof uniteContacts>[0])
  if (type === 'addresses') return uniteAddresses(maps as (Record<string, Address> | undefined)[])
  return uniteEntries(maps)
}

const without = (record: MergeRecord, keys: readonly string[]): MergeRecord => {
  const copy: MergeRecord = { ...record }
  for (const key of keys) Reflect.deleteProperty(copy, key)
  return copy
}

/**
 * Without what the merged record can't hold: itself as its company, and, of the others, values that a field of one's
 * own refuses by now.
 */
const mergeable = (record: MergeRecord, ids: ReadonlySet<string>, isMain: boolean, catalog: Catalog): MergeRecord =>
  without(
    record,
    Object.keys(record).filter((key) => {
      const field = catalog.field('customers', key)
      const value = saidOf(record, key)
      if (field?.target === 'customers' && typeof value === 'string' && ids.has(value)) return true
      return !isMain && field?.custom === true && value !== undefined && !field.schema.safeParse(value).success
    }),
  )

const howOf = (key: string, values: readonly unknown[]): MergeRow['how'] => {
  const present = values.filter((value) => value !== undefined)
  const distinct = new Set(present.map((value) => canonical(value as Json)))
  if (distinct.size === 1) return present.length === values.length ? 'same' : 'filled'
  return isUnited(key, values) ? 'united' : 'choice'
}

const keysOf = (records: readonly MergeRecord[], catalog: Catalog): string[] => {
  const known = Object.keys(catalog.fields('customers'))
  const held = new Set(records.flatMap((record) => Object.keys(record)))
  const others = [...held].filter((key) => !known.includes(key))
  return [...known.filter((key) => held.has(key)), ...others].filter((key) => !BOOK_OWN.has(key))
}

/** Archived only if all are, since the last of them was. */
const archivedOf = (records: readonly MergeRecord[]): string | undefined =>
  records.every(({ archivedAt }) => archivedAt !== undefined)
    ? records
        .map(({ archivedAt }) => archivedAt ?? '')
        .sort()
        .at(-1)
    : undefined

/** The records whose value of a field may be taken: of one that belongs to another field, those that agree about that. */
const eligible = (key: string, records: readonly MergeRecord[], choices: MergeChoices): readonly MergeRecord[] => {
  const leader = together[key]
  if (leader === undefined || choices[key] !== undefined) return records
  const decided = chosenOf(leader, records, choices)
  const said = decided && sameKey(saidOf(decided, leader))
  return said === undefined ? records : records.filter((record) => sameKey(saidOf(record, leader)) === said)
}

/** The record whose value is taken: the chosen one if it has any, else the best. */
const chosenOf = (key: string, records: readonly MergeRecord[], choices: MergeChoices): MergeRecord | undefined => {
  const chosen = records.find(({ id }) => id === choices[key])
  return chosen && saidOf(chosen, key) !== undefined ? chosen : bestOf(key, records)
}

type Decision = { how: MergeRow['how']; from: string; value: unknown }

const decide = (
  key: string,
  field: Field | undefined,
  records: readonly MergeRecord[],
  choices: MergeChoices,
): Decision | undefined => {
  const values = records.map((record) => saidOf(record, key))
  if (isUnited(key, values)) {
    const chosen = records.find(({ id }) => id === choices[key])
    const first = chosen ?? records.find((_, at) => values[at] !== undefined)
    if (!first) return undefined
    const ordered = [first, ...records.filter((record) => record !== first)].map((record) => saidOf(record, key))
    return { how: howOf(key, values), from: first.id, value: unite(key, field?.type, ordered) }
  }
  const from = chosenOf(key, eligible(key, records, choices), choices)
  return from && { how: howOf(key, values), from: from.id, value: saidOf(from, key) }
}

const changedPaths = (before: MergeRecord, after: Record<string, unknown>): MergePlan['paths'] => {
  const [held, next] = [flatten(before), flatten(after)]
  const changed = [...new Set([...Object.keys(held), ...Object.keys(next)])].filter(
    (path) => canonical(held[path]) !== canonical(next[path]),
  )
  return Object.fromEntries(changed.map((path) => [path, next[path]]))
}

/**
 * How records become one. Fields of one value take the chosen record's, without a choice the best (see `bestOf`); those
 * of many values unite. Nothing blank replaces anything.
 * @param records all of one kind, the one that stays first
 */
export const planMerge = (
  records: readonly [MergeRecord, ...MergeRecord[]],
  catalog: Catalog,
  choices: MergeChoices = {},
): MergePlan => {
  const [main] = records
  const ids = new Set(records.map(({ id }) => id))
  const clean = records.map((record) => mergeable(record, ids, record === main, catalog))
  const rows: MergeRow[] = []
  const result: Record<string, unknown> = { ...main, archivedAt: archivedOf(records) }
  for (const key of keysOf(records, catalog)) {
    const field = catalog.field('customers', key)
    if (field && !isFieldOfKind(field, main.kind)) continue
    const decision = decide(key, field, clean, choices)
    result[key] = decision?.value
    if (decision && field && (field.system !== true || key === 'consents'))
      rows.push({ key, field, how: decision.how, from: decision.from })
  }
  return {
    mainId: main.id,
    loserIds: records.slice(1).map(({ id }) => id),
    rows,
    // Every value is one that a record of the same schema held.
    result: result as Customer,
    paths: changedPaths(main, result),
  }
}

/** Fields of which a value is given up, though it says something else than the one taken. */
export const conflictsOf = ({ rows }: MergePlan, records: readonly MergeRecord[]): string[] =>
  rows
    .filter(({ key, how }) => {
      if (how !== 'choice' || settled.has(key)) return false
      const said = records.map((record) => saidOf(record, key)).filter((value) => value !== undefined)
      return new Set(said.map(sameKey)).size > 1
    })
    .map(({ key }) => key)

/** A rule decides these, and nobody needs to be asked. */
const settled = new Set(['status', 'lastContactAt', 'source', 'sourceDetail'])
