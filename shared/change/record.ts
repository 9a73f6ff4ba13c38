import { z } from 'zod'

import type { Stamp } from './hlc.ts'

/** Any JSON value. `undefined` never travels. */
export type Json = z.infer<typeof jsonSchema>
export const jsonSchema = z.json()

/**
 * The state of one record as it travels between replicas.
 * `values` is flat: a plain field is `name`, and its value is no object; an entry of a map-like field (tags, e-mails)
 * is `field/entryId`, and its value is anything.
 * `stamp` is the stamp of each present path that `stamps` does not name; a path that was cleared stands in `stamps`
 * only. So a record written once carries one stamp, however many fields it has.
 */
export type RecordState = {
  table: string
  id: string
  values: Record<string, Json>
  stamp: Stamp
  stamps?: Record<string, Stamp> | undefined
}

/** Whether a value is an object that is no list: as a field's value, a map of entries. */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFlat = (values: Record<string, Json>): boolean =>
  Object.entries(values).every(([path, value]) => path.includes('/') || !isMap(value))

export const recordStateSchema = z.object({
  table: z.string().min(1).max(100),
  id: z.string().min(1).max(200),
  values: z.record(z.string(), jsonSchema).refine(isFlat),
  stamp: z.string().max(100),
  stamps: z.record(z.string(), z.string().max(100)).optional(),
})

/** A record as IndexedDB and the program hold it: fields by name, map-like fields as objects, stamps beside them. */
export type Row = { id: string; stamp: Stamp; stamps?: Record<string, Stamp>; [field: string]: unknown }

/** The path of the tombstone: a record that has it has nothing else, for ever. */
export const ERASED = 'erasedAt'

/** Splits `field/entry` at its first slash. Entry ids may contain slashes, field names may not. */
export const splitPath = (path: string): readonly [field: string, entry: string | undefined] => {
  const slash = path.indexOf('/')
  return slash < 0 ? [path, undefined] : [path.slice(0, slash), path.slice(slash + 1)]
}

/** Sets a property as data, also one called `__proto__`: paths come from other devices. */
export const put = (target: object, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}

const META = new Set(['id', 'stamp', 'stamps'])

/** The flat values of a row: every top-level object is a map-like field, and `undefined` and null are absent. */
export const flatten = (fields: Record<string, unknown>): Record<string, Json> => {
  const values: Record<string, Json> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (META.has(field) || value === undefined || value === null) continue
    if (!isMap(value)) put(values, field, value)
    else
      for (const [entry, item] of Object.entries(value))
        if (item !== undefined && item !== null) put(values, `${field}/${entry}`, item)
  }
  return values
}

/** The inverse of `flatten`: fields by name. */
export const unflatten = (values: Record<string, Json>): Record<string, unknown> => {
  const fields: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(values)) {
    const [field, entry] = splitPath(path)
    if (entry === undefined) put(fields, field, value)
    else {
      const held = Object.hasOwn(fields, field) ? fields[field] : undefined
      const map = isMap(held) ? held : {}
      put(map, entry, value)
      put(fields, field, map)
    }
  }
  return fields
}

export const toState = (table: string, row: Row): RecordState => ({
  table,
  id: row.id,
  values: flatten(row),
  stamp: row.stamp,
  ...(row.stamps && { stamps: row.stamps }),
})

export const toRow = (state: RecordState): Row => ({
  ...unflatten(state.values),
  id: state.id,
  stamp: state.stamp,
  ...(state.stamps && { stamps: state.stamps }),
})

/** The stamp of a path's last write; '' (earlier than all) for a path never written. */
export const stampOf = (state: Pick<RecordState, 'values' | 'stamp' | 'stamps'>, path: string): Stamp =>
  (state.stamps && Object.hasOwn(state.stamps, path) ? state.stamps[path] : undefined) ??
  (Object.hasOwn(state.values, path) ? state.stamp : '')
