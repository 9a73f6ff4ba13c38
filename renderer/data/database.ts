import Dexie, { type Table, type Transaction } from 'dexie'

import { type RecordState, type Row, type Stamp, toRow } from '../../shared/change/index.ts'
import { nouns, type Records, type TableName } from '../../shared/domain/index.ts'
import { sealRows } from './sealed/sealed-rows.ts'

/** A record as stored: its fields and its stamps. */
type Stored<T extends TableName = TableName> = Records[T] & { stamp: Stamp; stamps?: Record<string, Stamp> }

/** One line of the outbox: this record changed. `from` names the replica it came from, which need not hear of it. */
export type Change = { seq?: number; table: string; id: string; from?: string }

/** What only this device knows: positions, the user's name. */
type Meta = { key: string; value: unknown }
/** The read model's saved columns: thrown away at any time. */
type Blob = { key: string; [data: string]: unknown }
/** A record of a table that only a newer version knows: kept and passed on. */
type Foreign = { key: string; state: RecordState }

export type BookDatabase = Dexie & { [T in TableName]: Table<Stored<T>, string> } & {
  changes: Table<Change, number>
  meta: Table<Meta, string>
  blobs: Table<Blob, string>
  foreign: Table<Foreign, string>
}

/** Every version of the schema, in order; a version once released is never edited. */
const versions: readonly { version: number; stores: Record<string, string> }[] = [
  {
    version: 1,
    stores: {
      customers: 'id, companyId, importId, deletedAt',
      deals: 'id, customerId, companyId, importId, deletedAt',
      interactions: 'id, customerId, companyId, dealId, importId, deletedAt',
      tasks: 'id, customerId, dealId, importId, deletedAt',
      attachments: 'id, customerId, deletedAt',
      pipelines: 'id',
      listItems: 'id',
      views: 'id',
      imports: 'id',
      settings: 'id',
      history: 'id, [recordTable+recordId], writeId',
      changes: '++seq',
      meta: 'key',
      blobs: 'key',
      foreign: 'key',
    },
  },
  {
    version: 2,
    stores: { customFields: 'id', segments: 'id', notSame: 'id', blocklist: 'id' },
  },
]

/** Records that were kept for a table no version before this one knew move into that table. */
const adoptForeign = async (transaction: Transaction): Promise<void> => {
  const foreign: Table<Foreign, string> = transaction.table('foreign')
  const known = (await foreign.toArray()).filter(({ state }) => isKnownTable(state.table))
  for (const { state } of known) await transaction.table(state.table).put(toRow(state))
  await foreign.bulkDelete(known.map(({ key }) => key))
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
  for (const { version, stores } of versions) db.version(version).stores(stores).upgrade(adoptForeign)
  return db as BookDatabase
}

export const isKnownTable = (table: string): table is TableName => Object.hasOwn(nouns, table)

/** The table of records by a name that is known to be one, as plain rows. */
export const rowsOf = (db: BookDatabase, table: TableName): Table<Row, string> => db.table(table)
