import { type Book, readConflicts } from '../../../renderer/data/index.ts'
import {
  canonical,
  ERASED,
  flatten,
  type Json,
  type Row,
  splitPath,
  stampOf,
  toState,
} from '../../../shared/change/index.ts'
import { type FieldChange, plainCatalog, settledKey } from '../../../shared/domain/index.ts'
import { staysOfDeal } from '../../../shared/privacy/index.ts'
import type { Acknowledged, HistoryRow } from './ledger.ts'

/** Kept by the program: nobody wrote it. */
const silent = new Set(['order', 'stageEnteredAt'])

type Found = {
  row: Row | undefined
  history: readonly HistoryRow[]
  /** Stamps that the conflicts of the record tell of, by path. */
  told: ReadonlyMap<string, ReadonlySet<string>>
  /** What was decided about it, by the keys of decisions. */
  decided: ReadonlySet<string>
}

const meaning = (path: string, value: Json | undefined): string =>
  path === 'deletedAt' ? String(value !== undefined) : canonical(value)

/** Why a change is not lost; undefined where it is. */
const reasonOf = ({ row, history, told, decided }: Found, table: string, change: FieldChange, stamp: string) => {
  if (!row) return undefined
  const { path, after } = change
  const state = toState(table, row)
  const present = stampOf(state, path)
  if (present === stamp && meaning(path, state.values[path]) === meaning(path, after)) return 'present'
  const writes = history.flatMap((one) =>
    one.changes.filter((other) => other.path === path).map((other) => ({ ...other, stamp: one.stamp })),
  )
  if (writes.some(({ replaced }) => replaced === stamp)) return 'superseded'
  if (told.get(path)?.has(stamp)) return 'told'
  if (decided.has(settledKey(stamp, path))) return 'decided'
  if (meaning(path, state.values[path]) === meaning(path, after)) return 'equal'
  // Someone else had this value before, and whoever wrote what stands knew it.
  const earlier = writes.some((other) => other.stamp < stamp && meaning(path, other.after) === meaning(path, after))
  const first = writes.some((other) => other.stamp !== stamp && meaning(path, other.before) === meaning(path, after))
  return earlier || first ? 'known' : undefined
}

/** All writes of a path, and what stands. */
const wayOf = ({ row, history }: Found, path: string): string => {
  const writes = history.flatMap(({ changes, stamp, what }) =>
    changes
      .filter((one) => one.path === path)
      .map(({ after, replaced }) => `${replaced} → ${stamp} ${canonical(after)} (${what})`),
  )
  const state = row && toState('', row)
  return `${path}: ${writes.sort().join(', ')}; stands ${state && canonical(state.values[path])} ${state && stampOf(state, path)}`
}

/**
 * What of all that was acknowledged is neither in the book, nor superseded by who knew it, nor told as a conflict.
 * What erasures had to touch is left out: what is about an erased record, or had a history that went with one.
 */
export const brokenPromises = async (book: Book, acknowledged: readonly Acknowledged[]): Promise<string[]> => {
  const rows = new Map<string, Row>()
  const erased = new Set<string>()
  const history = new Map<string, HistoryRow[]>()
  for (const { name } of book.db.tables) {
    if (['changes', 'meta', 'blobs', 'suspects', 'erasures', 'asides', 'syncLog', 'foreign'].includes(name)) continue
    for (const row of (await book.db.table(name).toArray()) as Row[]) {
      rows.set(`${name}/${row.id}`, row)
      if (row[ERASED] !== undefined) erased.add(row.id)
    }
  }
  for (const row of await book.db.history.toArray()) {
    if (ERASED in row) continue
    const key = `${row.recordTable}/${row.recordId}`
    history.set(key, [...(history.get(key) ?? []), row])
  }
  const told = new Map<string, Map<string, Set<string>>>()
  const { open, settled } = await readConflicts(book.db)
  for (const { table, id, path, versions } of [...open, ...settled]) {
    const ofRecord = told.get(`${table}/${id}`) ?? new Map<string, Set<string>>()
    told.set(`${table}/${id}`, ofRecord)
    ofRecord.set(path, new Set(versions.map(({ stamp }) => stamp)))
  }
  const decided = new Map<string, Set<string>>()
  for (const row of await book.db.conflictDecisions.toArray())
    decided.set(`${row.recordTable}/${row.recordId}`, new Set(Object.keys(row.settled ?? {})))
  const lostHistory = new Set<string>()
  for (const { rows: own } of acknowledged)
    for (const row of own) if (erased.has(row.id)) lostHistory.add(`${row.recordTable}/${row.recordId}`)

  const isExcused = (key: string, id: string, said: unknown): boolean => {
    if (erased.has(id) || lostHistory.has(key)) return true
    if (erased.size === 0) return false
    const text = JSON.stringify([said, rows.get(key), history.get(key)])
    return [...erased].some((one) => text.includes(one))
  }

  /** Of a deal whose person is gone the words are, too. */
  const isRedacted = (key: string, path: string): boolean =>
    rows.get(key)?.['redactedAt'] !== undefined && !staysOfDeal(splitPath(path)[0], plainCatalog)

  const broken: string[] = []
  for (const { device, rows: own, made } of acknowledged) {
    for (const row of own) {
      // Of two decisions about one conflict the later counts.
      if (row.recordTable === 'conflictDecisions') continue
      const key = `${row.recordTable}/${row.recordId}`
      const found = {
        row: rows.get(key),
        history: history.get(key) ?? [],
        told: told.get(key) ?? new Map(),
        decided: decided.get(key) ?? new Set<string>(),
      }
      for (const change of row.changes) {
        if (silent.has(splitPath(change.path)[0]) || isRedacted(key, change.path)) continue
        if (isExcused(key, row.recordId, row.changes)) continue
        if (reasonOf(found, row.recordTable, change, row.stamp) === undefined)
          broken.push(`${device} ${row.what} ${key} ${wayOf(found, change.path)} and nothing of ${row.stamp}`)
      }
    }
    for (const { table, id, changes } of made) {
      const key = `${table}/${id}`
      const row = rows.get(key)
      if (isExcused(key, id, changes)) continue
      const values = row && flatten(row)
      const writes = (history.get(key) ?? []).flatMap((one) => one.changes)
      for (const { path, after } of changes) {
        // Kept by the program, or the same record made on two devices at once.
        if (silent.has(splitPath(path)[0]) || isRedacted(key, path)) continue
        if (table === 'imports' || table === 'notSame' || id.includes(':')) continue
        const isThere = values && canonical(values[path]) === canonical(after)
        if (isThere || writes.some((write) => write.path === path)) continue
        broken.push(`${device} made ${key}: ${path} = ${canonical(after)} is lost`)
      }
    }
  }
  return broken
}
