import type { FieldChange } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import type { Effect } from './commit.ts'
import { rowsOf } from './database.ts'
import type { WritableTable } from './draft.ts'
import { revert } from './undo.ts'

const IMPORTED: readonly WritableTable[] = ['customers', 'deals', 'interactions', 'tasks']
const CHUNK = 500

const effectsOf = async (book: Book, importId: string): Promise<Effect[]> => {
  const effects: Effect[] = []
  for (const table of IMPORTED)
    for (const id of await rowsOf(book.db, table).where('importId').equals(importId).primaryKeys())
      effects.push({ table, id, created: true, changes: [] })
  await book.db.history
    .where('writeId')
    .equals(importId)
    .each((entry) => {
      const changes: FieldChange[] = entry.changes
      effects.push({ table: entry.recordTable as WritableTable, id: entry.recordId, created: false, changes })
    })
  return effects
}

/** Ids of created records that someone has edited since: their fields no longer carry one stamp. */
const editedSince = async (book: Book, table: WritableTable, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await rowsOf(book.db, table).bulkGet([...ids])
  return new Set(rows.flatMap((row) => (row?.stamps ? [row.id] : [])))
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
      for (const id of await editedSince(book, table, ids)) edited.add(id)
    }
    const wanted = chunk.filter((effect) => !(effect.created && edited.has(effect.id)))
    await book.write(
      { key: 'importUndone' },
      async (draft) => {
        kept.push(...edited, ...(await revert(book.db, draft, wanted)))
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
