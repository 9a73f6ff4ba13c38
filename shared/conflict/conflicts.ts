import { canonical, ERASED, type Json, type RecordState, type Stamp, stampOf } from '../change/index.ts'
import { type ConflictDecision, type History, settledKey } from '../domain/index.ts'
import { DELETED, unknownEdits } from './deletion.ts'
import { headsOf, type PathWrite, wayBack, writesByPath } from './writes.ts'

/** One of the values that were written without knowing each other. */
export type ConflictVersion = {
  /** Names it: the stamp of the write. */
  stamp: Stamp
  /** Absent: cleared; of `deletedAt`: not deleted. */
  value?: Json | undefined
  /** Who wrote it, by name, where the history says. */
  by?: string | undefined
  /** ISO 8601. */
  at: string
  stands: boolean
  /** Of `deletedAt`, the version of who did not know of the deletion: what they changed. */
  edited?: readonly { path: string; after?: Json | undefined }[]
}

/** A path of a record that was written by several who did not know of each other. */
export type Conflict = {
  table: string
  id: string
  path: string
  /** The one that stands first, then the newest first. At least two. */
  versions: readonly ConflictVersion[]
  /** Absent while it is open. */
  settled?: { at: string; by?: string | undefined }
}

/** Kept by the program: places in a list, and when a deal came where. Nobody wrote them. */
const silent = new Set(['order', 'stageEnteredAt'])

const fieldOf = (path: string): string => path.split('/', 1)[0] ?? path

/** What a value means: of a deletion only that it is one. */
const meaning = (path: string, value: Json | undefined): string =>
  path === DELETED ? String(value !== undefined) : canonical(value)

const versionOf = ({ stamp, after, row }: PathWrite, stands: boolean): ConflictVersion => ({
  stamp,
  ...(after !== undefined && { value: after }),
  ...(row.createdBy !== undefined && { by: row.createdBy }),
  at: row.createdAt,
  stands,
})

/** The value that both ways started from: undefined where the history does not tell. */
const commonValue = (
  standing: PathWrite,
  loser: PathWrite,
  writes: ReadonlyMap<Stamp, PathWrite>,
): { value: Json | undefined } | undefined => {
  const way = wayBack(standing, writes)
  const known = new Set([...way.map(({ stamp }) => stamp), way.at(-1)?.replaced])
  for (const write of wayBack(loser, writes)) {
    if (known.has(write.stamp)) return { value: write.after }
    if (known.has(write.replaced) && !writes.has(write.replaced)) return { value: write.before }
  }
  return undefined
}

type Settled = NonNullable<ConflictDecision['settled']>

const conflictOf = (
  state: RecordState,
  path: string,
  standing: ConflictVersion,
  losers: readonly ConflictVersion[],
  settled: Settled,
): Conflict[] => {
  const decisionOf = ({ stamp }: ConflictVersion) =>
    Object.hasOwn(settled, settledKey(stamp, path)) ? settled[settledKey(stamp, path)] : undefined
  const newest = [...losers].sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  const open = newest.filter((version) => !decisionOf(version))
  const base = { table: state.table, id: state.id, path }
  if (open.length > 0) return [{ ...base, versions: [standing, ...open] }]
  const last = newest.map(decisionOf).sort((a, b) => ((a?.at ?? '') < (b?.at ?? '') ? 1 : -1))[0]
  return last ? [{ ...base, versions: [standing, ...newest], settled: last }] : []
}

const ofPath = (
  state: RecordState,
  path: string,
  writes: ReadonlyMap<Stamp, PathWrite>,
  settled: Settled,
): Conflict[] => {
  const [standing, ...others] = headsOf(writes).sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  // Written since without a history: whoever did knew what stood there.
  if (!standing || stampOf(state, path) > standing.stamp) return []
  const overruled = [...writes.values()].filter(
    ({ stamp }) => stamp !== standing.stamp && Object.hasOwn(settled, settledKey(stamp, path)),
  )
  const losers = others.filter((write) => {
    const value = meaning(path, write.after)
    if (value === meaning(path, standing.after)) return false
    const common = commonValue(standing, write, writes)
    // Took back what it did: who wrote what stands knew this value, and changed it.
    return !common || meaning(path, common.value) !== value
  })
  const all = [...new Map([...losers, ...overruled].map((write) => [write.stamp, write])).values()]
  return conflictOf(
    state,
    path,
    versionOf(standing, true),
    all.map((write) => versionOf(write, false)),
    settled,
  )
}

const editOf = (write: PathWrite): ConflictVersion => {
  const { value: _, ...version } = versionOf(write, false)
  return { ...version, edited: write.row.changes.map(({ path, after }) => ({ path, after })) }
}

const ofDeletion = (
  state: RecordState,
  paths: ReadonlyMap<string, ReadonlyMap<Stamp, PathWrite>>,
  settled: Settled,
): Conflict[] => {
  const standing = headsOf(paths.get(DELETED) ?? new Map()).sort((a, b) => (a.stamp < b.stamp ? 1 : -1))[0]
  if (!standing || standing.after === undefined || stampOf(state, DELETED) > standing.stamp) return []
  return conflictOf(state, DELETED, versionOf(standing, true), unknownEdits(paths).map(editOf), settled)
}

/**
 * The conflicts of one record, open ones and those that were decided: paths with several writes of which none knew the
 * other and whose values differ, and a deletion by who did not know of an edit. Each write says which one it replaced,
 * so the writes of a path are a tree; leaves that lost are what a merge by the last writer drops in silence. Depends on
 * the rows alone, not on their order: every device that has them finds the same.
 * A path is compared in its history only; what was written without one (made with the record, kept by the program) is
 * no conflict.
 * @param rows the history of the record, with the stamps of the rows
 * @param state the record as it is
 * @param settled what was decided about it
 */
export const conflictsOf = (rows: readonly History[], state: RecordState, settled: Settled = {}): Conflict[] => {
  if (Object.hasOwn(state.values, ERASED)) return []
  const paths = writesByPath(rows)
  const found: Conflict[] = []
  for (const [path, writes] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (silent.has(fieldOf(path))) continue
    const conflicts = ofPath(state, path, writes, settled)
    found.push(...(path === DELETED && conflicts.length === 0 ? ofDeletion(state, paths, settled) : conflicts))
  }
  return found
}

/**
 * Whether a record may have conflicts, or come to have some by the next write here: cheap, and never false where
 * `conflictsOf` finds one.
 * @param state the record as it is here; absent where it has not come yet
 */
export const isSuspect = (rows: readonly History[], state: RecordState | undefined): boolean => {
  const paths = writesByPath(rows)
  for (const [path, writes] of paths) {
    const [head, ...others] = headsOf(writes)
    if (others.length > 0) return true
    // Its history came before it: whoever writes here now does not know of that.
    if (head && (!state || stampOf(state, path) < head.stamp)) return true
  }
  return unknownEdits(paths).length > 0
}
