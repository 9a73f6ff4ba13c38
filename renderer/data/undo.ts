import { canonical, flatten, type Row, type Stamp, stampOf, toState } from '../../shared/change/index.ts'
import { groupBy } from '../../shared/group.ts'
import type { Effect } from './commit.ts'
import type { Draft } from './draft.ts'

/** Whether a stamp was made on a device. */
const isOf = (device: string | undefined, stamp: Stamp): boolean =>
  device === undefined || stamp === '' || stamp.endsWith(`.${device}`)

/** Whether someone on another device has written a record that was made here. */
const isTouched = ({ stamp, stamps = {} }: Row, device: string | undefined): boolean =>
  [stamp, ...Object.values(stamps)].some((one) => !isOf(device, one))

/**
 * The values that take one effect back, by path, or nothing of a record made here that another device has written since.
 * Values that someone changed again are left out.
 */
const pathsBack = (
  { table, created, changes }: Effect,
  row: Row,
  now: string,
  device: string | undefined,
): Record<string, unknown> => {
  if (created) return isTouched(row, device) ? {} : { deletedAt: now }
  const state = toState(table, row)
  const values = flatten(row)
  const untouched = changes.filter(
    ({ path, after }) => canonical(values[path]) === canonical(after) && isOf(device, stampOf(state, path)),
  )
  return Object.fromEntries(untouched.map(({ path, before }) => [path, before]))
}

/**
 * Takes effects back inside a new draft: what was created goes to the trash, what was changed gets its old values. A
 * value that someone changed again since is kept.
 * @param device whose writes these are: a value that another device wrote since is kept, even where it is the same
 * @returns ids of the records of which something was kept
 */
export const revert = async (draft: Draft, effects: readonly Effect[], device?: string): Promise<string[]> => {
  const kept: string[] = []
  for (const [table, ofTable] of groupBy(effects, (effect) => effect.table)) {
    const byId = new Map(ofTable.map((effect) => [effect.id, effect]))
    await draft.setPathsOfAll(table, [...byId.keys()], (row, now) => {
      const effect = byId.get(row.id)
      if (!effect) return undefined
      const paths = pathsBack(effect, row, now, device)
      if (Object.keys(paths).length < (effect.created ? 1 : effect.changes.length)) kept.push(row.id)
      return paths
    })
  }
  return kept
}
