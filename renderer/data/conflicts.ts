import { AppError } from '../../shared/app-error.ts'
import { type Stamp, stampOf, toState } from '../../shared/change/index.ts'
import { type Conflict, conflictsOf } from '../../shared/conflict/index.ts'
import { type ConflictDecision, conflictDecisionId, settledKey } from '../../shared/domain/index.ts'
import { groupBy } from '../../shared/group.ts'
import type { Book } from './book.ts'
import { type BookDatabase, isKnownTable, rowsOf } from './database.ts'
import type { Draft, WritableTable } from './draft.ts'
import { statesOf } from './states.ts'
import { recordKey } from './versions.ts'

/** A conflict that nobody decided yet. */
export type OpenConflict = Omit<Conflict, 'settled' | 'table'> & { table: WritableTable }
/** One that was decided, by whom and when. */
export type SettledConflict = OpenConflict & Required<Pick<Conflict, 'settled'>>

/** Records whose conflicts are worked out at one go. */
const TOGETHER = 500

type Decisions = ReadonlyMap<string, NonNullable<ConflictDecision['settled']>>

const decisionsOf = (rows: readonly ConflictDecision[]): Decisions =>
  new Map(
    [...groupBy(rows, ({ recordTable, recordId }) => recordKey(recordTable, recordId))].map(([key, ofRecord]) => [
      key,
      Object.assign({}, ...ofRecord.map(({ settled }) => settled ?? {})),
    ]),
  )

const newestFirst = (a: OpenConflict, b: OpenConflict): number => {
  const last = ({ versions }: OpenConflict) => versions.reduce((most, { stamp }) => (stamp > most ? stamp : most), '')
  return last(a) < last(b) ? 1 : -1
}

/** Tables with records that a person writes: what is decided of conflicts is none. */
const isWritable = (table: string): table is WritableTable =>
  isKnownTable(table) && table !== 'history' && table !== 'conflictDecisions'

/** All conflicts that the book knows of, the newest first: worked out from the history of the records in doubt. */
export const readConflicts = async (
  db: BookDatabase,
): Promise<{ open: OpenConflict[]; settled: SettledConflict[] }> => {
  const suspects = (await db.suspects.toArray()).filter(({ table }) => isKnownTable(table))
  const [open, done]: [OpenConflict[], SettledConflict[]] = [[], []]
  for (let at = 0; at < suspects.length; at += TOGETHER) {
    const some = suspects.slice(at, at + TOGETHER)
    const keys = some.map(({ table, id }): [string, string] => [table, id])
    const [states, rows, decided] = await Promise.all([
      statesOf(db, some),
      db.history.where('[recordTable+recordId]').anyOf(keys).toArray(),
      db.conflictDecisions.where('[recordTable+recordId]').anyOf(keys).toArray(),
    ])
    const histories = groupBy(rows, ({ recordTable, recordId }) => recordKey(recordTable, recordId))
    const decisions = decisionsOf(decided)
    for (const state of states) {
      const key = recordKey(state.table, state.id)
      for (const { table, settled, ...conflict } of conflictsOf(histories.get(key) ?? [], state, decisions.get(key))) {
        if (!isWritable(table)) continue
        if (settled) done.push({ ...conflict, table, settled })
        else open.push({ ...conflict, table })
      }
    }
  }
  return { open: open.sort(newestFirst), settled: done.sort(newestFirst) }
}

const noteDecision = async (draft: Draft, conflict: OpenConflict, overruled: readonly Stamp[], by: object) => {
  const { table, path } = conflict
  const id = conflictDecisionId(table, conflict.id)
  const at = new Date().toISOString()
  const settled = Object.fromEntries(overruled.map((stamp) => [settledKey(stamp, path), { at, ...by }]))
  await draft.update('conflictDecisions', id, { settled })
}

/**
 * Makes the records that decisions are put into, before and beside the write that can be undone: taking that back is to
 * take out entries, not the record with those of others.
 */
const makeRoom = async (book: Book, conflicts: readonly OpenConflict[]): Promise<void> => {
  const ids = new Map(conflicts.map(({ table, id }) => [conflictDecisionId(table, id), { table, id }]))
  const held = await book.db.conflictDecisions.bulkGet([...ids.keys()])
  const missing = [...ids].filter((_, at) => held[at] === undefined)
  if (missing.length === 0) return
  await book.write(
    { key: 'conflictSettled' },
    (draft) => {
      for (const [id, record] of missing)
        draft.create('conflictDecisions', { id, recordTable: record.table, recordId: record.id })
    },
    { silent: true },
  )
}

/** The values that make a version the one that stands. One that comes back is merged into nothing any more. */
const pathsOf = ({ path }: OpenConflict, value: unknown): Record<string, unknown> =>
  path === 'deletedAt' && value === undefined ? { deletedAt: undefined, mergedInto: undefined } : { [path]: value }

const settleOne = async (book: Book, draft: Draft, conflict: OpenConflict, chosenStamp: Stamp): Promise<void> => {
  const { table, id, path, versions } = conflict
  const chosen = versions.find(({ stamp }) => stamp === chosenStamp)
  const standing = versions.find(({ stands }) => stands)
  const row = await rowsOf(book.db, table).get(id)
  // What was written since is not to be written over by who did not see it.
  if (!chosen || !standing || !row || stampOf(toState(table, row), path) !== standing.stamp)
    throw new AppError('recordMissing', { table, id })
  if (!chosen.stands) await draft.setPaths(table, id, pathsOf(conflict, chosen.value))
  const overruled = versions.filter(({ stamp }) => !(chosen.stands && stamp === chosenStamp)).map(({ stamp }) => stamp)
  await noteDecision(draft, conflict, overruled, book.user === undefined ? {} : { by: book.user })
}

/**
 * Decides conflicts, each by the stamp of the version that is to stand, in one write that can be undone: the value, and
 * that the others are overruled, which every device hears of.
 * @throws AppError `recordMissing` when the record changed since it was looked at; `invalidInput` when the value does not
 * fit any more. Nothing is written then.
 */
export const settleConflicts = async (
  book: Book,
  choices: readonly { conflict: OpenConflict; chosenStamp: Stamp }[],
): Promise<void> => {
  await makeRoom(
    book,
    choices.map(({ conflict }) => conflict),
  )
  await book.write({ key: 'conflictSettled', params: { count: choices.length } }, async (draft) => {
    for (const { conflict, chosenStamp } of choices) await settleOne(book, draft, conflict, chosenStamp)
  })
}

/** Decides one conflict: see `settleConflicts`. */
export const settleConflict = (book: Book, conflict: OpenConflict, chosenStamp: Stamp): Promise<void> =>
  settleConflicts(book, [{ conflict, chosenStamp }])
