import Dexie, { type Table } from 'dexie'

import type { Row, Stamp } from '../../shared/change/index.ts'
import { nouns, type Records, type TableName } from '../../shared/domain/index.ts'
import type { AsideEntry, Erasure, Suspect, SyncLogEntry } from './local-tables.ts'
import { sealRows } from './sealed/sealed-rows.ts'
import { type Foreign, versions } from './versions.ts'

/** A record as stored: its fields and its stamps. */
type Stored<T extends TableName = TableName> = Records[T] & { stamp: Stamp; stamps?: Record<string, Stamp> }

/** One line of the outbox: this record changed. `from` names the replica it came from, which need not hear of it. */
export type Change = { seq?: number; table: string; id: string; from?: string }

/** What only this device knows: positions, the user's name. */
type Meta = { key: string; value: unknown }
/** The read model's saved columns: thrown away at any time. */
type Blob = { key: string; [data: string]: unknown }

export type BookDatabase = Dexie & { [T in TableName]: Table<Stored<T>, string> } & {
  changes: Table<Change, number>
  meta: Table<Meta, string>
  blobs: Table<Blob, string>
  foreign: Table<Foreign, string>
  suspects: Table<Suspect, string>
  erasures: Table<Erasure, string>
  asides: Table<AsideEntry, [string, string]>
  syncLog: Table<SyncLogEntry, number>
}

/** The key of `meta` with the sequence up to which the read model does not need `changes` any more. */
export const READ_MODEL_SEQ = 'readModel:seq'

const PREFIX = 'fairbook-'
/** A locked book's copy has a name of its own: a plain one is never taken for it, not even in part. */
const SEALED_PREFIX = `${PREFIX}sealed-`
export const databaseName = (bookId: string, sealed: boolean): string => `${sealed ? SEALED_PREFIX : PREFIX}${bookId}`

/** Which book a database holds; undefined for one that is no book's. */
export const bookOfDatabase = (name: string): { id: string; sealed: boolean } | undefined => {
  if (name.startsWith(SEALED_PREFIX)) return { id: name.slice(SEALED_PREFIX.length), sealed: true }
  return name.startsWith(PREFIX) ? { id: name.slice(PREFIX.length), sealed: false } : undefined
}

/** What opens a book's database: its name, and of a locked book the key that seals its rows (32 bytes). */
export type DatabaseAccess = { dbName: string; rowKey?: Uint8Array | undefined }

/**
 * Opens nothing yet: Dexie opens on first use. `strict` waits until a commit is on the disk (a person's saves),
 * `relaxed` until the system has it (imports, rebuilding from files). Dexie's own cache of answers stays off: lists ask
 * the read model, and copying rows in and out of the cache costs more than it saves (`npm run bench`).
 * @param rowKey of a locked book: seals the rows
 */
export const createDatabase = (name: string, durability: 'strict' | 'relaxed', rowKey?: Uint8Array): BookDatabase => {
  const db = new Dexie(name, { chromeTransactionDurability: durability, cache: 'disabled' })
  if (rowKey) db.use(sealRows(rowKey))
  for (const { version, stores, upgrade } of versions) db.version(version).stores(stores).upgrade(upgrade)
  return db as BookDatabase
}

export const isKnownTable = (table: string): table is TableName => Object.hasOwn(nouns, table)

/** The table of records by a name that is known to be one, as plain rows. */
export const rowsOf = (db: BookDatabase, table: TableName): Table<Row, string> => db.table(table)
