import type { FieldChange, NounName } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import type { Effect } from './commit.ts'
import { rowsOf } from './database.ts'
import type { WritableTable } from './draft.ts'
import { unusedItems, usedRecords } from './import-uses.ts'
import { revert } from './undo.ts'

const NOUNS: readonly NounName[] = ['tasks', 'interactions', 'deals', 'customers']
const CHUNK = 500

type Kept = { table: NounName; id: string }

const isNoun = (table: string): table is NounName => NOUNS.some((noun) => noun === table)

/** Several changes of one path as one: from what it was before the first to what it was after the last. */
const joinChanges = (earlier: readonly FieldChange[], later: readonly FieldChange[]): FieldChange[] => {
  const byPath = new Map(earlier.map((change) => [change.path, change]))
  for (const change of later) {
    const first = byPath.get(change.path)
    const { after: _, ...start } = first ?? change
    byPath.set(change.path, { ...start, ...(change.after !== undefined && { after: change.after }) })
  }
  return [...byPath.values()]
}

/**
 * What the import did to each record, once (rows of one file may have changed a record several times), in the order in
 * which it can be taken back: what points to a record before that record, people before companies.
 */
const phasesOf = async (book: Book, importId: string): Promise<Effect[][]> => {
  const created = new Map<string, Effect>()
  const phases: Effect[][] = []
  for (const table of NOUNS) {
    const rows = rowsOf(book.db, table).where('importId').equals(importId)
    const people: Effect[] = []
    const companies: Effect[] = []
    await rows.each(({ id, kind }) => {
      const effect: Effect = { table, id, created: true, changes: [] }
      created.set(`${table}/${id}`, effect)
      if (kind === 'company') companies.push(effect)
      else people.push(effect)
    })
    phases.push(people, companies)
  }
  const updated = new Map<string, Effect>()
  // Equal keys of an index come in the order of the ids, which is that of time.
  await book.db.history
    .where('writeId')
    .equals(importId)
    .each(({ recordTable, recordId: id, changes }) => {
      const key = `${recordTable}/${id}`
      if (created.has(key)) return
      const table = recordTable as WritableTable
      updated.set(key, { table, id, created: false, changes: joinChanges(updated.get(key)?.changes ?? [], changes) })
    })
  return [[...updated.values()], ...phases]
}

/** Ids of created records that a later write has changed. One that carries a single stamp was never written again. */
const editedSince = async (
  { db }: Book,
  importId: string,
  table: WritableTable,
  ids: readonly string[],
): Promise<Set<string>> => {
  const edited = new Set<string>()
  for (const row of await rowsOf(db, table).bulkGet([...ids])) {
    if (!row?.stamps) continue
    const writes = await db.history.where('[recordTable+recordId]').equals([table, row.id]).toArray()
    // Not every write leaves history (a field of one's own may have none), but each leaves its stamp.
    const recorded = new Set(writes.map(({ stamp }) => stamp))
    const others = [row.stamp, ...Object.values(row.stamps)].filter((stamp) => !recorded.has(stamp))
    if (writes.some(({ writeId }) => writeId !== importId) || new Set(others).size > 1) edited.add(row.id)
  }
  return edited
}

/** Records of these that stay: edited since, or pointed to by what was made since. */
const keepersOf = async (book: Book, importId: string, chunk: readonly Effect[]): Promise<Set<string>> => {
  const keepers = new Set<string>()
  for (const table of NOUNS) {
    const ids = chunk.filter((effect) => effect.created && effect.table === table).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const id of await editedSince(book, importId, table, ids)) keepers.add(id)
    for (const id of await usedRecords(book, importId, table, ids)) keepers.add(id)
  }
  return keepers
}

/** Takes away what an import made beside its rows: pictures of those that are gone, list items that nothing uses. */
const removeExtras = async (book: Book, importId: string): Promise<void> => {
  const files = await book.db.attachments.filter((file) => file.importId === importId && !file.deletedAt).toArray()
  const owners = await book.db.customers.bulkGet(files.map(({ customerId }) => customerId))
  const orphans = files.filter((_, at) => owners[at]?.deletedAt !== undefined)
  const items = await unusedItems(book, importId)
  const edited = await editedSince(book, importId, 'listItems', items)
  await book.write(
    { key: 'importUndone' },
    async (draft) => {
      for (const { id } of orphans) await draft.remove('attachments', id)
      for (const id of items) if (!edited.has(id)) await draft.remove('listItems', id)
    },
    { silent: true },
  )
}

/**
 * Undoes a whole import: what it created goes to the trash, what it updated gets its old values. Records edited since
 * stay as they are and are told, and so are those that something made since points to.
 * @returns how many were taken back, and those kept
 */
export const undoImport = async (
  book: Book,
  importId: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ undone: number; kept: Kept[] }> => {
  const phases = await phasesOf(book, importId)
  const total = phases.reduce((sum, { length }) => sum + length, 0)
  const kept = new Map<string, Kept>()
  let undone = 0
  let done = 0
  for (const effects of phases)
    for (let at = 0; at < effects.length; at += CHUNK) {
      const chunk = effects.slice(at, at + CHUNK)
      const keepers = await keepersOf(book, importId, chunk)
      const wanted = chunk.filter(({ id }) => !keepers.has(id))
      const tableOf = new Map(chunk.map(({ id, table }) => [id, table]))
      await book.write(
        { key: 'importUndone' },
        async (draft) => {
          for (const id of [...keepers, ...(await revert(draft, wanted))]) {
            const table = tableOf.get(id) ?? ''
            if (isNoun(table)) kept.set(id, { table, id })
          }
        },
        { silent: true },
      )
      undone += wanted.length
      done += chunk.length
      onProgress(done, total)
    }
  await removeExtras(book, importId)
  await book.write({ key: 'importUndone' }, (draft) => draft.update('imports', importId, { state: 'undone' }), {
    silent: true,
  })
  return { undone, kept: [...kept.values()] }
}
