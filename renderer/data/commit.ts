import { v7 as uuid } from 'uuid'

import {
  type Clock,
  canonical,
  ERASED,
  flatten,
  type Json,
  packState,
  type Row,
  splitPath,
  stampOf,
  toRow,
  toState,
} from '../../shared/change/index.ts'
import type { Catalog, FieldChange, TableName, WriteKey } from '../../shared/domain/index.ts'
import { groupBy } from '../../shared/group.ts'
import { type BookDatabase, type Change, rowsOf } from './database.ts'
import type { Touched, WritableTable } from './draft.ts'
import { REDACTED } from './erasures.ts'
import { erasableTables, recordKey } from './versions.ts'

/** What a write did to one record: enough to take it back. */
export type Effect = { table: WritableTable; id: string; created: boolean; changes: FieldChange[] }

export type WriteContext = {
  clock: Clock
  now: string
  user: string | undefined
  writeId: string
  what: WriteKey
  catalog: Catalog
}

const changedPaths = (before: Record<string, Json>, after: Record<string, Json>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => canonical(before[path]) !== canonical(after[path]),
  )

const restamp = (touched: Touched, context: WriteContext): { row: Row; changes: FieldChange[] } | undefined => {
  const old = toState(touched.table, touched.before ?? { id: touched.id, stamp: '' })
  const values = flatten(touched.after)
  const paths = changedPaths(old.values, values)
  if (paths.length === 0) return undefined
  const changes = paths.map((path) => ({
    path,
    ...(old.values[path] !== undefined && { before: old.values[path] }),
    ...(values[path] !== undefined && { after: values[path] }),
    replaced: stampOf(old, path),
  }))
  const stamp = context.clock.next(...changes.map(({ replaced }) => replaced || undefined))
  if (!touched.before) return { row: { ...touched.after, stamp }, changes }
  const stamps = new Map(Object.keys(old.values).map((path) => [path, stampOf(old, path)]))
  for (const [path, held] of Object.entries(old.stamps ?? {})) stamps.set(path, held)
  for (const path of paths) stamps.set(path, stamp)
  return { row: toRow(packState(touched.table, touched.id, values, stamps)), changes }
}

const DELETED = 'deletedAt'

/** What a write knew of the record where it may miss a deletion or a redaction: see `knew` of the history. */
const knewOf = ({ table, before }: Touched, changes: readonly FieldChange[]): string[] | undefined => {
  if (!before) return undefined
  const old = toState(table, before)
  if (!Object.hasOwn(old.values, DELETED) && changes.some(({ path, after }) => path === DELETED && after !== undefined))
    return [...new Set([old.stamp, ...Object.values(old.stamps ?? {})])]
  const known = [DELETED, REDACTED].filter((path) => Object.hasOwn(old.values, path))
  return known.length > 0 ? known.map((path) => stampOf(old, path)) : undefined
}

const historyRow = (
  touched: Touched,
  changes: FieldChange[],
  stamp: string,
  context: WriteContext,
  knew = knewOf(touched, changes),
): Row => ({
  id: uuid(),
  recordTable: touched.table,
  recordId: touched.id,
  writeId: context.writeId,
  what: context.what,
  changes,
  ...(knew && { knew }),
  createdAt: context.now,
  ...(context.user && { createdBy: context.user }),
  stamp,
})

/** Tables whose changes nobody asks the history of. */
const unrecorded = new Set<WritableTable>(['imports'])

/** Undone from the history, so that all they changed must stand there. */
const recordedWhole = new Set<WriteKey>(['imported', 'customersMerged'])

/** Without fields of one's own that are not to be recorded. */
const recordedChanges = (changes: FieldChange[], { what, catalog }: WriteContext): FieldChange[] =>
  recordedWhole.has(what)
    ? changes
    : changes.filter(({ path }) => catalog.definition(splitPath(path)[0])?.unrecorded !== true)

/** What one part of a commit puts where. */
type Batch = { rows: Map<WritableTable, Row[]>; histories: Row[]; changes: Change[]; effects: Effect[] }

const batchOf = (records: readonly Touched[], context: WriteContext): Batch => {
  const batch: Batch = { rows: new Map(), histories: [], changes: [], effects: [] }
  for (const record of records) {
    const result = restamp(record, context)
    if (!result) continue
    const { table, id, before } = record
    const rows = batch.rows.get(table)
    if (rows) rows.push(result.row)
    else batch.rows.set(table, [result.row])
    batch.changes.push({ table, id })
    batch.effects.push({ table, id, created: !before, changes: result.changes })
    if (!before || record.unrecorded || unrecorded.has(table)) continue
    const stamp = result.changes[0] ? stampOf(toState(table, result.row), result.changes[0].path) : result.row.stamp
    const recorded = recordedChanges(result.changes, context)
    if (recorded.length === 0) continue
    const entry = historyRow(record, recorded, stamp, context)
    batch.histories.push(entry)
    batch.changes.push({ table: 'history', id: entry.id })
  }
  return batch
}

/** Records put by one round of requests: between two, the window gets its turn. */
const PUT_TOGETHER = 500

/**
 * Writes what a draft touched: stamped rows, their history and their outbox lines, inside the caller's transaction.
 * Records that did not change are left alone. `seq` is the last outbox line, 0 when nothing changed.
 */
export const commit = async (
  db: BookDatabase,
  touched: Iterable<Touched>,
  context: WriteContext,
): Promise<{ effects: Effect[]; seq: number }> => {
  const records = [...touched]
  const effects: Effect[] = []
  let seq = 0
  for (let at = 0; at < records.length; at += PUT_TOGETHER) {
    const batch = batchOf(records.slice(at, at + PUT_TOGETHER), context)
    if (batch.changes.length === 0) continue
    // All requests are under way at once: to wait for each in turn costs a save more than the writing itself.
    const [last] = await Promise.all([
      db.changes.bulkAdd(batch.changes),
      batch.histories.length > 0 && rowsOf(db, 'history').bulkAdd(batch.histories),
      ...Array.from(batch.rows, ([table, rows]) => rowsOf(db, table).bulkPut(rows)),
    ])
    seq = last
    for (const effect of batch.effects) effects.push(effect)
  }
  return { effects, seq }
}

/**
 * Leaves nothing of records but a tombstone, inside the caller's transaction. What is erased already stays as it is.
 * @returns the last outbox line, 0 when nothing changed
 */
export const eraseRecords = async (
  db: BookDatabase,
  records: readonly { table: TableName; id: string }[],
  { clock, now }: Pick<WriteContext, 'clock' | 'now'>,
): Promise<number> => {
  let seq = 0
  for (const [table, ofTable] of groupBy(records, (record) => record.table)) {
    const held = await rowsOf(db, table).bulkGet([...new Set(ofTable.map(({ id }) => id))])
    const living = held.flatMap((row) => (row && row[ERASED] === undefined ? [row] : []))
    if (living.length === 0) continue
    await rowsOf(db, table).bulkPut(living.map(({ id }): Row => ({ id, [ERASED]: now, stamp: clock.next() })))
    seq = await db.changes.bulkAdd(living.map(({ id }) => ({ table, id })))
    if (erasableTables.some((name) => name === table))
      await db.erasures.bulkPut(living.map(({ id }) => ({ key: recordKey(table, id), table, id })))
  }
  return seq
}
