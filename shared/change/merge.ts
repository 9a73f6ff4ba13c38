import type { Stamp } from './hlc.ts'
import { ERASED, type Json, put, type RecordState, stampOf } from './record.ts'

/** JSON with sorted keys: one text for one value, whatever the order it was built in. */
export const canonical = (value: Json | undefined): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, Json>)[key])}`)
    return `{${entries.join(',')}}`
  }
  return JSON.stringify(value) ?? ''
}

/**
 * Builds a record state from full stamps in its one normal form: the stamp that most present paths share (the larger
 * of equals) is `stamp`, every other path stands in `stamps`.
 */
export const packState = (
  table: string,
  id: string,
  values: Record<string, Json>,
  stamps: ReadonlyMap<string, Stamp>,
): RecordState => {
  const counts = new Map<Stamp, number>()
  for (const path of Object.keys(values)) {
    const stamp = stamps.get(path) ?? ''
    counts.set(stamp, (counts.get(stamp) ?? 0) + 1)
  }
  let common = ''
  let most = 0
  for (const [stamp, count] of counts)
    if (count > most || (count === most && stamp > common)) [common, most] = [stamp, count]
  const others: Record<string, Stamp> = {}
  let named = false
  for (const [path, stamp] of [...stamps].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (!Object.hasOwn(values, path) || stamp !== common) {
      put(others, path, stamp)
      named = true
    }
  return { table, id, values, stamp: common, ...(named && { stamps: others }) }
}

const own = (state: RecordState, path: string): Json | undefined =>
  Object.hasOwn(state.values, path) ? state.values[path] : undefined

const paths = (state: RecordState): string[] => [...Object.keys(state.values), ...Object.keys(state.stamps ?? {})]

const erased = (a: RecordState, b: RecordState): RecordState | undefined => {
  const stones = [a, b].filter((state) => Object.hasOwn(state.values, ERASED))
  const [first, second] = stones.sort((x, y) => (stampOf(x, ERASED) < stampOf(y, ERASED) ? -1 : 1))
  const kept = first ?? second
  const value = kept?.values[ERASED]
  if (kept === undefined || value === undefined) return undefined
  return { table: a.table, id: a.id, values: { [ERASED]: value }, stamp: stampOf(kept, ERASED) }
}

/**
 * Field by field, the value with the larger stamp; for equal stamps the larger canonical text, so that the result
 * never depends on the order. Commutative, associative and idempotent: a state-based CRDT (Shapiro et al., 2011), a
 * map of last-writer-wins registers. A tombstone (`erasedAt`) beats everything; of two the earlier stays.
 * @throws Error when the two states are of different records
 */
export const merge = (a: RecordState, b: RecordState): RecordState => {
  if (a.table !== b.table || a.id !== b.id) throw new Error('merge: states of different records')
  const tombstone = erased(a, b)
  if (tombstone) return tombstone
  const values: Record<string, Json> = {}
  const stamps = new Map<string, Stamp>()
  for (const path of new Set([...paths(a), ...paths(b)])) {
    const [stampA, stampB] = [stampOf(a, path), stampOf(b, path)]
    const winner = stampA === stampB ? larger(own(a, path), own(b, path)) : own(stampA > stampB ? a : b, path)
    stamps.set(path, stampA > stampB ? stampA : stampB)
    if (winner !== undefined) put(values, path, winner)
  }
  return packState(a.table, a.id, sorted(values), stamps)
}

const larger = (a: Json | undefined, b: Json | undefined): Json | undefined => (canonical(a) >= canonical(b) ? a : b)

const sorted = (values: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Whether two states of one record say the same, order of keys aside. */
export const sameState = (a: RecordState, b: RecordState): boolean => canonical(a as Json) === canonical(b as Json)
