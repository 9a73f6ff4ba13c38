import { canonical, flatten, type Row } from '../../shared/change/index.ts'
import { groupBy } from '../../shared/group.ts'
import type { Effect } from './commit.ts'
import type { Draft } from './draft.ts'

/** The values that take one effect back, by path; those that someone changed again since are left out. */
const pathsBack = ({ created, changes }: Effect, row: Row, now: string): Record<string, unknown> => {
  if (created) return { deletedAt: now }
  const values = flatten(row)
  const untouched = changes.filter(({ path, after }) => canonical(values[path]) === canonical(after))
  return Object.fromEntries(untouched.map(({ path, before }) => [path, before]))
}

/**
 * Takes effects back inside a new draft: what was created goes to the trash, what was changed gets its old values. A
 * value that someone changed again since is kept.
 * @returns ids of the records of which something was kept
 */
export const revert = async (draft: Draft, effects: readonly Effect[]): Promise<string[]> => {
  const kept: string[] = []
  for (const [table, ofTable] of groupBy(effects, (effect) => effect.table)) {
    const byId = new Map(ofTable.map((effect) => [effect.id, effect]))
    await draft.setPathsOfAll(table, [...byId.keys()], (row, now) => {
      const effect = byId.get(row.id)
      if (!effect) return undefined
      const paths = pathsBack(effect, row, now)
      if (!effect.created && Object.keys(paths).length < effect.changes.length) kept.push(row.id)
      return paths
    })
  }
  return kept
}
