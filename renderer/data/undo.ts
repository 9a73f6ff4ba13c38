import { canonical, flatten, type Json } from '../../shared/change/index.ts'
import type { Effect } from './commit.ts'
import { type BookDatabase, rowsOf } from './database.ts'
import type { Draft } from './draft.ts'

/**
 * Takes effects back inside a new draft: what was created goes to the trash, what was changed gets its old values. A
 * value that someone changed again since is kept.
 * @returns ids of the records of which something was kept
 */
export const revert = async (db: BookDatabase, draft: Draft, effects: readonly Effect[]): Promise<string[]> => {
  const kept: string[] = []
  for (const { table, id, created, changes } of effects) {
    const row = await rowsOf(db, table).get(id)
    if (!row) continue
    if (created) {
      await draft.remove(table, id)
      continue
    }
    const now = flatten(row)
    const untouched = changes.filter(({ path, after }) => canonical(now[path]) === canonical(after))
    if (untouched.length < changes.length) kept.push(id)
    const paths = Object.fromEntries(untouched.map(({ path, before }): [string, Json | undefined] => [path, before]))
    if (untouched.length > 0) await draft.setPaths(table, id, paths)
  }
  return kept
}
