import { canonical, ERASED, flatten, type Json, type Row, stampOf, toState } from '../../shared/change/index.ts'
import type { FieldChange, History } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft, WritableTable } from './draft.ts'
import { eraseTakenOver } from './erase-parts.ts'
import { witnessesOf } from './erasures.ts'

const linkFields = new Set(['customerId', 'companyId'])
const linked = new Set(['deals', 'interactions', 'tasks', 'attachments'])

/** What merges changed, by record, path and stamp: one may have come on top of another. */
type Taken = ReadonlyMap<string, FieldChange>

const takenKey = (id: string, path: string, stamp: string): string => `${id} ${path} ${stamp}`

/** What stood there before all of them. */
const beforeAll = (id: string, change: FieldChange, taken: Taken): FieldChange['before'] => {
  const seen = new Set<FieldChange>()
  let first = change
  for (
    let at: FieldChange | undefined = change;
    at && !seen.has(at);
    at = taken.get(takenKey(id, at.path, at.replaced))
  ) {
    seen.add(at)
    first = at
  }
  return first.before
}

type Taking = { book: Book; draft: Draft; gone: ReadonlySet<string>; taken: Taken; witnesses: readonly Stamped[] }

type Stamped = History & { stamp: string }

/** Takes out of one record what a merge with someone erased put there; its history of that goes. */
const takeBack = async ({ book, draft, gone, taken }: Taking, row: Stamped): Promise<void> => {
  const { recordId, changes = [], stamp } = row
  // Only what a write may change has such a history.
  const table = row.recordTable as WritableTable
  const held: Row | undefined = await rowsOf(book.db, table).get(recordId)
  if (!held || held[ERASED] !== undefined) return
  const state = toState(table, held)
  const values = flatten((await draft.get(table, recordId)) ?? held)
  const isMain = table === 'customers'
  const back: [path: string, value: unknown][] = []
  for (const change of changes) {
    const { path, before, after } = change
    const present = values[path]
    if (stampOf(state, path) === stamp) {
      if (isMain || (linkFields.has(path) && gone.has(String(before))))
        back.push([path, beforeAll(recordId, change, taken)])
    } else if (isMain && typeof present === 'string' && typeof after === 'string' && present.includes(after))
      // Notes that were added to since.
      back.push([path, present.replace(after, typeof before === 'string' ? before : '').trim() || undefined])
  }
  if (back.length > 0) await draft.redact(table, recordId, Object.fromEntries(back))
  if (isMain) await eraseTakenOver(book, draft, recordId, changes, true)
}

type Merge = { writeId: string; into: string; isMerge: boolean }

/** The merges that a history row of a merged customer tells of, and those that it takes back. */
const mergesIn = ({ writeId, changes = [] }: History): Merge[] =>
  changes.flatMap(({ path, before, after = before }) =>
    path === 'mergedInto' && typeof after === 'string' ? [{ writeId, into: after, isMerge: after !== before }] : [],
  )

const mergesOf = async ({ db }: Book, ids: readonly string[], witnesses: readonly History[]): Promise<Merge[]> => {
  const keys = ids.map((id) => ['customers', id])
  const rows = await db.history.where('[recordTable+recordId]').anyOf(keys).toArray()
  return [...rows, ...witnesses.filter(({ recordId }) => ids.includes(recordId))].flatMap(mergesIn)
}

/** The history of writes, with what of it was erased elsewhere. */
const rowsOfWrites = async ({ db }: Book, writes: readonly string[], witnesses: readonly Stamped[]) => [
  ...(await db.history.where('writeId').anyOf(writes).toArray()),
  ...witnesses.filter(({ writeId }) => writes.includes(writeId)),
]

/** Whether a value is one of those taken over, or a text that holds it. */
const holds = (value: Json | undefined, { after }: FieldChange): boolean => {
  if (value === undefined || after === undefined) return false
  return typeof value === 'string' && typeof after === 'string'
    ? value.includes(after)
    : canonical(value) === canonical(after)
}

/** What a record took over went on with it into the records that it was merged into later. */
const followOn = async (
  taking: Taking,
  id: string,
  changes: readonly FieldChange[],
  seen: ReadonlySet<string>,
): Promise<void> => {
  if (seen.has(id)) return
  for (const { writeId, into, isMerge } of await mergesOf(taking.book, [id], taking.witnesses)) {
    const rows = await rowsOfWrites(taking.book, [writeId], taking.witnesses)
    for (const row of rows) {
      if (!isMerge || row.recordTable !== 'customers' || row.recordId !== into) continue
      const from = (row.changes ?? []).filter(({ after }) => changes.some((change) => holds(after, change)))
      if (from.length === 0) continue
      await takeBack(taking, { ...row, changes: from })
      await followOn(taking, into, from, new Set([...seen, id]))
    }
  }
}

/**
 * Someone who was erased on one device was merged into another record on one that did not know: what that record took
 * over, and what was moved to it, is about the erased.
 */
export const takeBackMerges = async (book: Book, ids: readonly string[]): Promise<void> => {
  const witnesses = (await witnessesOf(book.db)) as Stamped[]
  const merges = (await mergesOf(book, ids, witnesses)).filter(({ into }) => !ids.includes(into))
  if (merges.length === 0) return
  await book.write(
    { key: 'personErased' },
    async (draft) => {
      const writes = [...new Set(merges.map(({ writeId }) => writeId))]
      const rows = await rowsOfWrites(book, writes, witnesses)
      const taken: Taken = new Map(
        rows.flatMap(({ recordId, stamp, changes = [] }) =>
          changes.map((change) => [takenKey(recordId, change.path, stamp), change] as const),
        ),
      )
      const taking = { book, draft, gone: new Set(ids), taken, witnesses }
      for (const { writeId, into, isMerge } of merges)
        for (const row of rows.filter((one) => one.writeId === writeId)) {
          const isMain = row.recordTable === 'customers' && row.recordId === into
          // Whoever took the merge back has put back the rest.
          if (isMain && !isMerge) await eraseTakenOver(book, draft, into, row.changes ?? [], false)
          else if (isMerge && (isMain || linked.has(row.recordTable))) await takeBack(taking, row)
          if (isMain && isMerge) await followOn(taking, into, row.changes ?? [], new Set(ids))
        }
    },
    { silent: true },
  )
}
