import type { RecordState } from '../../shared/change/index.ts'
import { isSuspect } from '../../shared/conflict/index.ts'
import type { History } from '../../shared/domain/index.ts'
import { groupBy } from '../../shared/group.ts'
import type { BookDatabase } from './database.ts'
import { statesOf } from './states.ts'
import { recordKey } from './versions.ts'

/** Set while not all that came in was looked at. */
const UNSEEN = 'suspects:unseen'
/** More records than this at once are looked at later, in one walk over the history: looking up each costs too much. */
const AT_ONCE = 200

/** The records whose history a page of a replica may have given a second leaf. */
const concerned = (states: readonly RecordState[]): Map<string, [table: string, id: string]> => {
  const found = new Map<string, [string, string]>()
  for (const { table, id, values } of states) {
    const { recordTable, recordId } = values
    const [of, which] = table === 'history' ? [recordTable, recordId] : [table, id]
    if (typeof of === 'string' && typeof which === 'string') found.set(recordKey(of, which), [of, which])
  }
  return found
}

const keyOf = ({ recordTable, recordId }: History): string => recordKey(recordTable, recordId)

const putSuspects = async (db: BookDatabase, rows: readonly History[]): Promise<void> => {
  const histories = groupBy(rows, keyOf)
  const records = new Map(
    rows.map((row) => [keyOf(row), { key: keyOf(row), table: row.recordTable, id: row.recordId }]),
  )
  const present = await statesOf(db, [...records.values()])
  const states = new Map(present.map((state) => [recordKey(state.table, state.id), state]))
  await db.suspects.bulkPut(
    [...records.values()].filter(({ key }) => isSuspect(histories.get(key) ?? [], states.get(key))),
  )
}

/** Notes which of the records that came in may have conflicts, inside the transaction that puts them in. */
export const noteSuspects = async (db: BookDatabase, states: readonly RecordState[]): Promise<void> => {
  const keys = concerned(states)
  if (keys.size === 0) return
  if (keys.size > AT_ONCE) {
    await db.meta.put({ key: UNSEEN, value: true })
    return
  }
  const rows = await db.history
    .where('[recordTable+recordId]')
    .anyOf([...keys.values()])
    .toArray()
  await putSuspects(db, rows)
}

const PAGE = 2_000

/** Looks at what was left for later: the whole history, record by record, piece by piece. */
export const findSuspects = async (db: BookDatabase): Promise<void> => {
  if (!(await db.meta.get(UNSEEN))) return
  let after: [string, string] = ['', '']
  for (;;) {
    const page = await db.history.where('[recordTable+recordId]').above(after).limit(PAGE).toArray()
    const last = page.at(-1)
    if (!last) break
    // The last record of a page may go on beyond it: a record with a longer history is read as a whole.
    const whole = page.filter((row) => keyOf(row) !== keyOf(last))
    const rest = await db.history.where('[recordTable+recordId]').equals([last.recordTable, last.recordId]).toArray()
    await putSuspects(db, [...whole, ...rest])
    after = [last.recordTable, last.recordId]
  }
  await db.meta.delete(UNSEEN)
}
