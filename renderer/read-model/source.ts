import type { Row } from '../../shared/change/index.ts'
import type { TableName } from '../../shared/domain/index.ts'
import { type BookDatabase, READ_MODEL_SEQ, rowsOf } from '../data/database.ts'

export type ChangeLine = { seq: number; table: string; id: string }
/** `seq` is the outbox line it covers. All blobs of one `generation` were written over the same slots. */
export type SavedBlob = { key: string; seq: number; generation: string; data: unknown }

type Beside = Pick<SavedBlob, 'key' | 'seq' | 'generation'>

/** Where the read model reads the book, and keeps what it saves. */
export type Source = {
  /** The newest line of the outbox; 0 when it is empty. */
  lastSeq: () => Promise<number>
  changesAfter: (seq: number, limit: number) => Promise<ChangeLine[]>
  rows: (table: TableName, ids: readonly string[]) => Promise<(Row | undefined)[]>
  /** Every row of a small table. */
  all: (table: TableName) => Promise<Row[]>
  /** Up to `limit` rows after an id, in the order of ids. */
  scan: (table: TableName, after: string, limit: number) => Promise<Row[]>
  loadBlobs: (keys: readonly string[]) => Promise<(SavedBlob | undefined)[]>
  /**
   * Writes blobs and notes the sequence that they cover, all or nothing. They go beside what is saved if that is still
   * what this reader saved or loaded last (`beside`, the first blob as it was), else nothing is written and the answer
   * is false. Without `beside`, everything saved is dropped first.
   */
  saveBlobs: (blobs: readonly SavedBlob[], seq: number, beside: Beside | undefined) => Promise<boolean>
}

const BLOB_PREFIX = 'readModel'

const isBlob = (value: { key: string; [data: string]: unknown } | undefined): value is SavedBlob =>
  value !== undefined && typeof value['seq'] === 'number' && typeof value['generation'] === 'string'

export const createDatabaseSource = (db: BookDatabase): Source => ({
  lastSeq: async () => {
    const [last] = await db.changes.toCollection().reverse().limit(1).primaryKeys()
    return last ?? 0
  },
  changesAfter: async (seq, limit) => {
    const lines = await db.changes.where('seq').above(seq).limit(limit).toArray()
    return lines.map((line) => ({ seq: line.seq ?? 0, table: line.table, id: line.id }))
  },
  rows: (table, ids) => rowsOf(db, table).bulkGet([...ids]),
  all: (table) => rowsOf(db, table).toArray(),
  scan: (table, after, limit) => rowsOf(db, table).where('id').above(after).limit(limit).toArray(),
  loadBlobs: async (keys) => (await db.blobs.bulkGet([...keys])).map((blob) => (isBlob(blob) ? blob : undefined)),
  saveBlobs: (blobs, seq, beside) =>
    db.transaction('rw', db.blobs, db.meta, async () => {
      if (beside === undefined) await db.blobs.where('key').startsWith(BLOB_PREFIX).delete()
      else {
        const held = await db.blobs.get(beside.key)
        if (!isBlob(held) || held.seq !== beside.seq || held.generation !== beside.generation) return false
      }
      await db.blobs.bulkPut([...blobs])
      await db.meta.put({ key: READ_MODEL_SEQ, value: seq })
      return true
    }),
})
