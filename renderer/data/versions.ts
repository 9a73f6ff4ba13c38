import type { Table, Transaction } from 'dexie'

import { ERASED, type RecordState, type Row, toRow } from '../../shared/change/index.ts'
import { nouns } from '../../shared/domain/index.ts'

/** A record of a table that only a newer version knows: kept and passed on. */
export type Foreign = { key: string; state: RecordState }

/** Names a record among those of all tables. */
export const recordKey = (table: string, id: string): string => `${table}/${id}`

/** The tables of which an erasure is remembered beside the record: what hangs on theirs may still come in. */
export const erasableTables = ['customers', 'deals', 'interactions', 'tasks', 'attachments'] as const

/** What was erased before it was noted. */
const noteErasures = async (transaction: Transaction): Promise<void> => {
  for (const table of erasableTables)
    for (const { id } of await transaction
      .table<Row, string>(table)
      .filter((row) => row[ERASED] !== undefined)
      .toArray())
      await transaction.table('erasures').put({ key: recordKey(table, id), table, id })
}

/** Records that were kept for a table no version before this one knew move into that table. */
const adoptForeign = async (transaction: Transaction): Promise<void> => {
  const foreign: Table<Foreign, string> = transaction.table('foreign')
  const known = (await foreign.toArray()).filter(({ state }) => Object.hasOwn(nouns, state.table))
  for (const { state } of known) await transaction.table(state.table).put(toRow(state))
  await foreign.bulkDelete(known.map(({ key }) => key))
}

type Version = {
  version: number
  stores: Record<string, string>
  upgrade: (transaction: Transaction) => Promise<void>
}

/** Every version of the schema, in order; a version once released is never edited. */
export const versions: readonly Version[] = [
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
    upgrade: adoptForeign,
  },
  {
    version: 2,
    stores: { customFields: 'id', segments: 'id', notSame: 'id', blocklist: 'id' },
    upgrade: adoptForeign,
  },
  {
    version: 3,
    stores: {
      conflictDecisions: 'id, [recordTable+recordId]',
      suspects: 'key',
      erasures: 'key',
      asides: '[target+key]',
      syncLog: '++id',
    },
    upgrade: async (transaction) => {
      await adoptForeign(transaction)
      await noteErasures(transaction)
    },
  },
]
