import { type RecordState, toState } from '../../shared/change/index.ts'
import { groupBy } from '../../shared/group.ts'
import { type BookDatabase, isKnownTable, rowsOf } from './database.ts'
import { recordKey } from './versions.ts'

/** The present states of records, in the order asked, without those that are not there. */
export const statesOf = async (
  db: BookDatabase,
  keys: readonly { table: string; id: string }[],
): Promise<RecordState[]> => {
  const byTable = groupBy(keys, ({ table }) => table)
  const states: RecordState[] = []
  for (const [table, asked] of byTable) {
    const ids = asked.map(({ id }) => id)
    if (isKnownTable(table)) {
      for (const row of await rowsOf(db, table).bulkGet(ids)) if (row) states.push(toState(table, row))
    } else {
      const held = await db.foreign.bulkGet(ids.map((id) => recordKey(table, id)))
      for (const foreign of held) if (foreign) states.push(foreign.state)
    }
  }
  return states
}
