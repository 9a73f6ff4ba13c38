import type { Json, Stamp } from '../change/index.ts'
import type { FieldChange, History } from '../domain/index.ts'

/** One write of one path, as the history tells it. */
export type PathWrite = {
  stamp: Stamp
  /** The write whose value it replaced: its author knew that one. */
  replaced: Stamp
  before: Json | undefined
  after: Json | undefined
  row: History
}

/** The part of a history row that is read here: rows come from other devices, and may be anything. */
const isChange = (change: unknown): change is FieldChange =>
  typeof change === 'object' && change !== null && 'path' in change && 'replaced' in change

const larger = (a: PathWrite, b: PathWrite): PathWrite => (a.row.id > b.row.id ? a : b)

/** The stamp that a row gave to what it changed. */
type Stamped = History & { stamp?: unknown }

/** All writes of a record by path and stamp. Of two rows that claim one stamp, one and the same is taken everywhere. */
export const writesByPath = (rows: readonly Stamped[]): Map<string, Map<Stamp, PathWrite>> => {
  const paths = new Map<string, Map<Stamp, PathWrite>>()
  for (const row of rows) {
    const { stamp } = row
    if (typeof stamp !== 'string' || !Array.isArray(row.changes)) continue
    for (const change of row.changes) {
      if (!isChange(change)) continue
      const { path, replaced, before, after } = change
      const writes = paths.get(path) ?? new Map<Stamp, PathWrite>()
      const write = { stamp, replaced, before, after, row }
      const held = writes.get(stamp)
      writes.set(stamp, held ? larger(held, write) : write)
      paths.set(path, writes)
    }
  }
  return paths
}

/** The writes that no other replaced: more than one where someone wrote without knowing the other. */
export const headsOf = (writes: ReadonlyMap<Stamp, PathWrite>): PathWrite[] => {
  const replaced = new Set<Stamp>()
  for (const write of writes.values()) if (write.replaced !== write.stamp) replaced.add(write.replaced)
  return [...writes.values()].filter(({ stamp }) => !replaced.has(stamp))
}

/** The way from a write back to the first that the history knows, itself first; `replaced` of the last leads out. */
export const wayBack = (write: PathWrite, writes: ReadonlyMap<Stamp, PathWrite>): PathWrite[] => {
  const way: PathWrite[] = []
  const seen = new Set<Stamp>()
  for (let at: PathWrite | undefined = write; at && !seen.has(at.stamp); at = writes.get(at.replaced)) {
    seen.add(at.stamp)
    way.push(at)
  }
  return way
}
