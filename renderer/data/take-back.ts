import { ERASED, flatten, type Json, type Row, stampOf, toState } from '../../shared/change/index.ts'
import type { FieldChange } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft, WritableTable } from './draft.ts'
import { addPending } from './erasures.ts'
import { type Merge, rowsOfWrites, trailOf } from './merge-trail.ts'
import { firstOf, type Held, heldBy, saidBy } from './taken-over.ts'
import { type Stamped, type Witnesses, witnessesOf } from './witnesses.ts'

const linkFields = new Set(['customerId', 'companyId'])
const linked = new Set(['deals', 'interactions', 'tasks', 'attachments'])

/** What writes changed, by record, path and stamp: one may have come on top of another. */
type Taken = ReadonlyMap<string, FieldChange>

const takenKey = (id: string, path: string, stamp: string): string => `${id} ${path} ${stamp}`

const takenBy = (rows: readonly Stamped[]): Taken =>
  new Map(
    rows.flatMap(({ recordId, stamp, changes = [] }) =>
      changes.map((change) => [takenKey(recordId, change.path, stamp), change] as const),
    ),
  )

/** The writes on which what stands in a path came on top of one another, the last first. */
const wayOf = (id: string, path: string, stamp: string, taken: Taken): FieldChange[] => {
  const way: FieldChange[] = []
  for (let at = taken.get(takenKey(id, path, stamp)); at && !way.includes(at); ) {
    way.push(at)
    at = taken.get(takenKey(id, path, at.replaced))
  }
  return way
}

type Taking = { book: Book; draft: Draft; ids: readonly string[] }

const living = async ({ book }: Taking, table: WritableTable, id: string): Promise<Row | undefined> => {
  const held: Row | undefined = await rowsOf(book.db, table).get(id)
  return held?.[ERASED] === undefined ? held : undefined
}

const historyOf = async ({ db }: Book, table: string, id: string, { history }: Witnesses): Promise<Stamped[]> => [
  ...((await db.history.where('[recordTable+recordId]').equals([table, id]).toArray()) as Stamped[]).filter(
    ({ changes }) => changes !== undefined,
  ),
  ...history.filter(({ recordTable, recordId }) => recordTable === table && recordId === id),
]

/** Takes out of a record what a merge put there and nobody changed since. */
const takeBackFields = async (taking: Taking, { recordId, stamp, changes = [] }: Stamped, taken: Taken) => {
  const held = await living(taking, 'customers', recordId)
  if (!held) return
  const state = toState('customers', held)
  const back = changes
    .filter(({ path }) => stampOf(state, path) === stamp)
    .map(({ path }) => [path, wayOf(recordId, path, stamp, taken).at(-1)?.before])
  if (back.length > 0) await taking.draft.redact('customers', recordId, Object.fromEntries(back))
}

/** Gives back to an erased person what merges moved away from them, however often. */
const takeBackLinks = async (taking: Taking, { recordTable, recordId, changes = [] }: Stamped, of: Witnesses) => {
  // Only what a write may change has such a history.
  const table = recordTable as WritableTable
  const moved = changes.filter(({ path, before }) => linkFields.has(path) && taking.ids.includes(String(before)))
  const held = moved.length > 0 ? await living(taking, table, recordId) : undefined
  if (!held) return
  const rows = await historyOf(taking.book, table, recordId, of)
  const taken = takenBy(rows.filter(({ what }) => what === 'customersMerged'))
  const state = toState(table, held)
  const back = moved.flatMap(({ path }) => {
    const way = wayOf(recordId, path, stampOf(state, path), taken)
    const from = way.find(({ before }) => taking.ids.includes(String(before)))
    return from ? [[path, from.before]] : []
  })
  if (back.length > 0) await taking.draft.redact(table, recordId, Object.fromEntries(back))
}

/** What every customer is made with, and hardly anyone ever changes: its first stamp is that of the making. */
const MADE_WITH = 'kind'

/** A text without others that stand in it. */
const without = (value: Json | undefined, texts: readonly string[]): Json | undefined => {
  if (typeof value !== 'string') return undefined
  const rest = texts.reduce((text, part) => text.replaceAll(part, ''), value)
  return rest.replace(/\n{3,}/g, '\n\n').trim() || undefined
}

/** Takes out of a record, and out of its history, what an erased person held and it has not of its own. */
const takeOut = async (taking: Taking, id: string, held: Held, witnesses: Witnesses): Promise<void> => {
  const { book, draft } = taking
  const row = await living(taking, 'customers', id)
  if (!row) return
  const state = toState('customers', row)
  const rows = await historyOf(book, 'customers', id, witnesses)
  const kind = stampOf(state, MADE_WITH)
  const created = wayOf(id, MADE_WITH, kind, takenBy(rows)).at(-1)?.replaced ?? kind
  const foreign = (path: string, value: Json | undefined) =>
    saidBy(held, path, value)
      .map((text) => ({ text, ...firstOf(text, path, rows, { present: stampOf(state, path), created }) }))
      .filter(({ isOwn }) => !isOwn)
  const values = flatten((await draft.get('customers', id)) ?? row)
  const back = Object.entries(values).flatMap(([path, value]) => {
    const found = foreign(path, value)
    if (found.length === 0) return []
    const rest = without(
      value,
      found.map(({ text }) => text),
    )
    const before = found.find((one) => one.before !== undefined)?.before
    return [[path, rest ?? (foreign(path, before).length > 0 ? undefined : before)]]
  })
  if (back.length > 0) await draft.redact('customers', id, Object.fromEntries(back))
  for (const one of rows)
    if (one.changes.some(({ path, before, after }) => foreign(path, before).length + foreign(path, after).length > 0))
      draft.erase('history', one.id)
}

const takeBackMerge = async (taking: Taking, merge: Merge, rows: readonly Stamped[], taken: Taken, of: Witnesses) => {
  for (const row of rows) {
    if (row.writeId !== merge.writeId) continue
    if (linked.has(row.recordTable)) await takeBackLinks(taking, row, of)
    else if (row.recordTable === 'customers' && row.recordId === merge.into) await takeBackFields(taking, row, taken)
  }
}

/**
 * Someone who was erased had been merged into others, perhaps on a device that did not know, perhaps into one after
 * another, perhaps not any more: what those took over from them, and what was moved to them, is about the erased. What a
 * record has of its own it keeps, also where it is the same.
 */
export const takeBackMerges = async (book: Book, ids: readonly string[]): Promise<void> => {
  const witnesses = await witnessesOf(book.db)
  const { merges, records } = await trailOf(book, ids, witnesses)
  if (records.size === 0) return
  const writes = [...new Set(merges.map(({ writeId }) => writeId))]
  const rows = await rowsOfWrites(book, writes, witnesses)
  const held = heldBy(ids, witnesses, merges, rows)
  // The files have what the records said so far, also where another device has taken it out of them.
  await addPending(book.db, { files: [], ids: [...records] })
  await book.write(
    { key: 'personErased' },
    async (draft) => {
      const taking = { book, draft, ids }
      const taken = takenBy(rows)
      // Whoever took a merge back has put back the rest.
      for (const merge of merges) if (merge.isMerge) await takeBackMerge(taking, merge, rows, taken, witnesses)
      for (const id of records) await takeOut(taking, id, held, witnesses)
    },
    { silent: true },
  )
}
