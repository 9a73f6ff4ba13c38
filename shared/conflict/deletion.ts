import type { Stamp } from '../change/index.ts'
import { headsOf, type PathWrite } from './writes.ts'

export const DELETED = 'deletedAt'

const DEVICE_AT = 15

/** The device of a stamp: it knows its own writes. */
const deviceOf = (stamp: Stamp): string => stamp.slice(DEVICE_AT)

const knewOf = ({ row }: PathWrite): readonly unknown[] => (Array.isArray(row.knew) ? row.knew : [])

/**
 * The writes of a deleted record whose authors did not know of its deletion, and which were not known to it either, one
 * of each history row. Empty where a deletion does not say what it knew.
 */
export const unknownEdits = (paths: ReadonlyMap<string, ReadonlyMap<Stamp, PathWrite>>): PathWrite[] => {
  const deletions = headsOf(paths.get(DELETED) ?? new Map()).filter(({ after }) => after !== undefined)
  if (deletions.length === 0 || deletions.some(({ row }) => row.knew === undefined)) return []
  const known = new Set(deletions.flatMap((write) => [...knewOf(write), write.stamp]))
  const ofDeletion = new Set<unknown>(deletions.map(({ stamp }) => stamp))
  const found = new Map<Stamp, PathWrite>()
  for (const [path, writes] of paths) {
    if (path === DELETED) continue
    // What lost to another write of the same path is a conflict of that path.
    const last = headsOf(writes).sort((a, b) => (a.stamp < b.stamp ? 1 : -1))[0]
    const isOwn = deletions.some(({ stamp }) => last && deviceOf(stamp) === deviceOf(last.stamp) && last.stamp < stamp)
    if (!last || isOwn || known.has(last.stamp) || knewOf(last).some((stamp) => ofDeletion.has(stamp))) continue
    found.set(last.stamp, last)
  }
  return [...found.values()]
}
