import type { FieldChange } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import type { Effect } from './commit.ts'
import { rowsOf } from './database.ts'
import type { WritableTable } from './draft.ts'
import { revert } from './undo.ts'

const IMPORTED: readonly WritableTable[] = ['customers', 'deals', 'interactions', 'tasks']
const CHUNK = 500

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

/** What the import did to each record, once: rows of one file may have changed a record several times. */
const effectsOf = async (book: Book, importId: string): Promise<Effect[]> => {
  const effects = new Map<string, Effect>()
  for (const table of IMPORTED)
    for (const id of await rowsOf(book.db, table).where('importId').equals(importId).primaryKeys())
      effects.set(`${table}/${id}`, { table, id, created: true, changes: [] })
  // Equal keys of an index come in the order of the ids, which is that of time.
  await book.db.history
    .where('writeId')
    .equals(importId)
    .each(({ recordTable, recordId: id, changes }) => {
      const table = recordTable as WritableTable
      const held = effects.get(`${table}/${id}`)
      if (held?.created) return
      effects.set(`${table}/${id}`, { table, id, created: false, changes: joinChanges(held?.changes ?? [], changes) })
    })
  return [...effects.values()]
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
    if (writes.some(({ writeId }) => writeId !== importId)) edited.add(row.id)
  }
  return edited
}

/**
 * Undoes a whole import: what it created goes to the trash, what it updated gets its old values. Records edited since
 * stay as they are and are told.
 * @returns how many were taken back, and the ids of those kept
 */
export const undoImport = async (
  book: Book,
  importId: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ undone: number; kept: string[] }> => {
  const effects = await effectsOf(book, importId)
  const kept: string[] = []
  let undone = 0
  for (let at = 0; at < effects.length; at += CHUNK) {
    const chunk = effects.slice(at, at + CHUNK)
    const edited = new Set<string>()
    for (const table of IMPORTED) {
      const ids = chunk.filter((effect) => effect.created && effect.table === table).map(({ id }) => id)
      for (const id of await editedSince(book, importId, table, ids)) edited.add(id)
    }
    const wanted = chunk.filter((effect) => !(effect.created && edited.has(effect.id)))
    await book.write(
      { key: 'importUndone' },
      async (draft) => {
        kept.push(...edited, ...(await revert(draft, wanted)))
      },
      { silent: true },
    )
    undone += wanted.length
    onProgress(Math.min(at + CHUNK, effects.length), effects.length)
  }
  await book.write({ key: 'importUndone' }, (draft) => draft.update('imports', importId, { state: 'undone' }), {
    silent: true,
  })
  return { undone, kept }
}
