import { v7 as uuid } from 'uuid'

import { ERASED, isMap, type Row, unflatten } from '../../shared/change/index.ts'
import { type Catalog, nouns, type Records, type TableName } from '../../shared/domain/index.ts'
import { type BookDatabase, rowsOf } from './database.ts'
import { invalidInput } from './errors.ts'

/** The tables a write may change: history and what only the program keeps are not among them. */
export type WritableTable = Exclude<TableName, 'history'>

/** A new record: its id and dates are given unless it brings them. */
export type NewRecord<T extends WritableTable> = Omit<Records[T], 'id' | 'createdAt'> & {
  id?: string
  createdAt?: string
}

type Entries<V> = { [entry: string]: V | null }
type PatchValue<V> =
  NonNullable<V> extends readonly unknown[]
    ? V | null
    : NonNullable<V> extends object
      ? NonNullable<V> extends Record<string, infer E>
        ? Entries<E> | null
        : V | null
      : V | null
/** Changed fields: null or undefined clears one. A map-like field names the entries it changes; null drops all of it. */
export type Patch<T extends WritableTable> = {
  [K in keyof Omit<Records[T], 'id'>]?: PatchValue<Records[T][K]> | undefined
}

/** What a write does inside its transaction. Everything commits together or not at all. */
export type Draft = {
  /** @throws AppError invalidInput */
  create: <T extends WritableTable>(table: T, record: NewRecord<T>) => Records[T]
  /** @throws AppError recordMissing, invalidInput */
  update: <T extends WritableTable>(table: T, id: string, patch: Patch<T>) => Promise<void>
  /** Sets values by path (`tags/fair`), undefined to clear. */
  setPaths: (table: WritableTable, id: string, paths: Readonly<Record<string, unknown>>) => Promise<void>
  /**
   * Sets values by path in many records, read together: `pathsOf` gives those of each, undefined for none. `now` is the
   * instant of the write. Records that are not there are passed over.
   */
  setPathsOfAll: (
    table: WritableTable,
    ids: readonly string[],
    pathsOf: (row: Row, now: string) => Readonly<Record<string, unknown>> | undefined,
  ) => Promise<void>
  /** Into the trash. */
  remove: (table: WritableTable, id: string) => Promise<void>
  /** Out of the trash. */
  restore: (table: WritableTable, id: string) => Promise<void>
  /** Sets values by path without a history of it, and so without a way back: what stood there is not to be kept. */
  redact: (table: WritableTable, id: string, paths: Readonly<Record<string, unknown>>) => Promise<void>
  /** For ever: nothing is left of it but that it is gone. Takes history rows too. Not undone by anything. */
  erase: (table: TableName, id: string) => void
  /** The record as this write sees it, trash included. */
  get: <T extends WritableTable>(table: T, id: string) => Promise<Records[T] | undefined>
}

/** One record of a draft: before (undefined for a new one) and after. */
export type Touched = {
  table: WritableTable
  id: string
  before: Row | undefined
  after: Row
  /** Whether no history is kept of it. */
  unrecorded?: boolean
}

const without = (source: Record<string, unknown>, drop: (value: unknown) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => !drop(value)))

const isAbsent = (value: unknown): boolean => value === undefined || value === null

/** As JSON will hold it: an `undefined` inside would make the whole record one that no replica takes. */
const asJson = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => asJson(item) ?? null)
  return isMap(value) ? without(entriesAsJson(value), (item) => item === undefined) : value
}

const entriesAsJson = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([key, item]) => [key, asJson(item)]))

const applyPatch = (row: Row, patch: Record<string, unknown>): Row => {
  const next: Record<string, unknown> = { ...row }
  for (const [field, value] of Object.entries(patch)) {
    const held = next[field]
    next[field] = isMap(value)
      ? without({ ...(isMap(held) ? held : {}), ...entriesAsJson(value) }, isAbsent)
      : asJson(value)
    const result = next[field]
    if (isAbsent(result) || (isMap(result) && Object.keys(result).length === 0)) delete next[field]
  }
  return { ...next, id: row.id, stamp: row.stamp }
}

const applyPaths = (row: Row, paths: Readonly<Record<string, unknown>>): Row => {
  const patch = Object.entries(paths).map(([path, value]) => [path, value ?? null] as const)
  return applyPatch(row, unflatten(Object.fromEntries(patch) as Parameters<typeof unflatten>[0]))
}

/** Records read by one request: between two, the window gets its turn. */
const READ_TOGETHER = 500

/** Starts a draft over `db`, inside a transaction. Records are read once and written by whoever takes `touched`. */
export const createDraft = (db: BookDatabase, catalog: Catalog, now: string, user: string | undefined) => {
  const touched = new Map<string, Touched>()
  const erased: { table: TableName; id: string }[] = []
  const key = (table: string, id: string) => `${table}/${id}`

  const load = async (table: WritableTable, id: string): Promise<Touched | undefined> => {
    const held = touched.get(key(table, id))
    if (held) return held
    const before = await rowsOf(db, table).get(id)
    return before && { table, id, before, after: before }
  }

  /** What a newer version wrote may not fit this one's schema: only the fields this write changes are judged. */
  const parse = (table: WritableTable, row: Row, before?: Row): Row => {
    const { error } = catalog.schema(table).safeParse(row)
    const wrong = error?.issues.some(({ path: [field] }) => {
      const name = String(field)
      return before === undefined || row[name] !== before[name]
    })
    if (error && wrong) throw invalidInput(table, error)
    return row
  }

  const change = async (table: WritableTable, id: string, edit: (row: Row) => Row): Promise<void> => {
    const entry = await load(table, id)
    if (!entry || entry.before?.[ERASED] !== undefined) throw invalidInput(table, undefined, id)
    touched.set(key(table, id), { ...entry, after: parse(table, edit(entry.after), entry.after) })
  }

  const draft: Draft = {
    create: (table, record) => {
      const base: Row = { id: uuid(), createdAt: now, ...(user && { createdBy: user }), stamp: '' }
      const row = parse(table, applyPatch({ ...base, id: record.id ?? base.id }, record))
      touched.set(key(table, row.id), { table, id: row.id, before: undefined, after: row })
      return nouns[table].schema.parse(row) as Records[typeof table]
    },
    update: (table, id, patch) => change(table, id, (row) => applyPatch(row, patch)),
    setPaths: (table, id, paths) => change(table, id, (row) => applyPaths(row, paths)),
    setPathsOfAll: async (table, ids, pathsOf) => {
      for (let at = 0; at < ids.length; at += READ_TOGETHER) {
        const chunk = ids.slice(at, at + READ_TOGETHER)
        const rows = await rowsOf(db, table).bulkGet(chunk)
        for (const [index, id] of chunk.entries()) {
          const before = rows[index]
          const entry = touched.get(key(table, id)) ?? (before && { table, id, before, after: before })
          const paths = entry && before?.[ERASED] === undefined && pathsOf(entry.after, now)
          if (entry && paths)
            touched.set(key(table, id), { ...entry, after: parse(table, applyPaths(entry.after, paths), entry.after) })
        }
      }
    },
    remove: (table, id) => change(table, id, (row) => applyPatch(row, { deletedAt: now })),
    redact: async (table, id, paths) => {
      await change(table, id, (row) => applyPaths(row, paths))
      const entry = touched.get(key(table, id))
      if (entry) touched.set(key(table, id), { ...entry, unrecorded: true })
    },
    erase: (table, id) => void erased.push({ table, id }),
    restore: (table, id) => change(table, id, (row) => applyPatch(row, { deletedAt: null })),
    get: async (table, id) => (await load(table, id))?.after as Records[typeof table] | undefined,
  }
  return { draft, touched, erased }
}
