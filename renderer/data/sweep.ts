import { ERASED, type Row, splitPath, stampOf, toState } from '../../shared/change/index.ts'
import type { Catalog, Customer, FieldChange, History } from '../../shared/domain/index.ts'
import { erasePlan, personIds, staysOfDeal } from '../../shared/privacy/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft, WritableTable } from './draft.ts'
import { carryOut, eraseAbout, eraseMentions, eraseTakenOver, linkingTo } from './erase-parts.ts'
import { addPending, doneSweep, REDACTED, sweepKeys } from './erasures.ts'
import { readHanging } from './person.ts'

type Key = { table: string; id: string }

const keyOf = (key: string): Key => {
  const slash = key.indexOf('/')
  return { table: key.slice(0, slash), id: key.slice(slash + 1) }
}

/** What a deal is called whose person is gone: the same on every device, whatever it speaks. */
const NO_TITLE = '–'

/** Someone of whom nothing but the id is left. */
const nobody = (id: string): Customer => ({ id, kind: 'person', status: 'former', createdAt: '' })

const idsOf = (keys: readonly Key[], table: string): string[] =>
  keys.filter((key) => key.table === table).map(({ id }) => id)

const linkFields = new Set(['customerId', 'companyId'])

/** What merges with someone erased changed, by record, path and stamp: one may have come on top of another. */
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

/** Takes out of one record what a merge with someone erased put there; its history of that goes. */
const takeBack = async (
  book: Book,
  draft: Draft,
  row: History,
  stamp: unknown,
  gone: ReadonlySet<string>,
  taken: Taken,
) => {
  const { recordTable, recordId, changes } = row
  // Only what a write may change has such a history.
  const table = recordTable as WritableTable
  const held: Row | undefined = await rowsOf(book.db, table).get(recordId)
  if (!held || held[ERASED] !== undefined) return
  const state = toState(table, held)
  const isMain = table === 'customers'
  const back: [path: string, value: unknown][] = []
  for (const change of changes) {
    const { path, before, after } = change
    if (stampOf(state, path) === stamp) {
      if (isMain || (linkFields.has(path) && gone.has(String(before))))
        back.push([path, beforeAll(recordId, change, taken)])
      continue
    }
    const present = state.values[path]
    // Notes that were added to since.
    if (isMain && typeof present === 'string' && typeof after === 'string' && present.includes(after))
      back.push([path, present.replace(after, typeof before === 'string' ? before : '').trim() || undefined])
  }
  if (back.length > 0) await draft.redact(table, recordId, Object.fromEntries(back))
  if (isMain) await eraseTakenOver(book, draft, recordId, changes, true)
}

/**
 * Someone who was erased on one device was merged into another record on one that did not know: what that record took
 * over, and what was moved to it, is about the erased.
 */
const takeBackMerges = async (book: Book, ids: readonly string[]): Promise<void> => {
  const gone = new Set(ids)
  const rows = await book.db.history
    .where('[recordTable+recordId]')
    .anyOf(ids.map((id) => ['customers', id]))
    .toArray()
  const merges = rows.flatMap((row) =>
    (row.changes ?? []).flatMap(({ path, before, after = before }) =>
      path === 'mergedInto' && typeof after === 'string'
        ? [{ writeId: row.writeId, into: after, isMerge: after !== before }]
        : [],
    ),
  )
  if (merges.length === 0) return
  await book.write(
    { key: 'personErased' },
    async (draft) => {
      const writes = merges.map(({ writeId }) => writeId)
      const rowsOfMerges = await book.db.history.where('writeId').anyOf(writes).toArray()
      const taken: Taken = new Map(
        rowsOfMerges.flatMap(({ recordId, stamp, changes = [] }) =>
          changes.map((change) => [takenKey(recordId, change.path, stamp), change] as const),
        ),
      )
      for (const { writeId, into, isMerge } of merges) {
        const moved = rowsOfMerges.filter((row) => row.writeId === writeId)
        for (const row of moved) {
          const isMain = row.recordTable === 'customers' && row.recordId === into
          // Whoever took the merge back has put back the rest.
          if (isMain && !isMerge) await eraseTakenOver(book, draft, into, row.changes ?? [], false)
          else if (isMerge && (isMain || ['deals', 'interactions', 'tasks', 'attachments'].includes(row.recordTable)))
            await takeBack(book, draft, row, row.stamp, gone, taken)
        }
      }
    },
    { silent: true },
  )
}

/** What hung on an erased deal and on nobody else is erased, the rest lets go of it. */
const sweepDeals = async ({ db }: Book, draft: Draft, ids: readonly string[]): Promise<void> => {
  for (const table of ['interactions', 'tasks'] as const)
    for (const row of await rowsOf(db, table)
      .where('dealId')
      .anyOf([...ids])
      .toArray()) {
      if (row[ERASED] !== undefined) continue
      if (row['customerId'] === undefined && row['companyId'] === undefined) draft.erase(table, row.id)
      else await draft.redact(table, row.id, { dealId: undefined })
    }
}

/**
 * What was written to a deal without its person on a device that did not know: its history goes, and what still stands
 * of it in words.
 */
const sweepRedacted = async (book: Book, draft: Draft, catalog: Catalog, deals: readonly Row[]): Promise<void> => {
  for (const deal of deals) {
    const state = toState('deals', deal)
    const rows = await book.db.history.where('[recordTable+recordId]').equals(['deals', deal.id]).toArray()
    for (const row of rows.filter(({ knew = [] }) => !knew.includes(stampOf(state, REDACTED)))) {
      draft.erase('history', row.id)
      const words = row.changes.filter(
        ({ path }) => stampOf(state, path) === row.stamp && !staysOfDeal(splitPath(path)[0], catalog),
      )
      const paths = words.map(({ path }) => [path, path === 'title' ? NO_TITLE : undefined])
      if (paths.length > 0) await draft.redact('deals', deal.id, Object.fromEntries(paths))
    }
  }
}

const sweepSome = async (book: Book, named: readonly Key[]): Promise<void> => {
  const { db } = book
  const deals = await rowsOf(db, 'deals').bulkGet(idsOf(named, 'deals'))
  const redacted = deals.flatMap((row) => (row && row[ERASED] === undefined ? [row] : []))
  const spared = new Set(redacted.map(({ id }) => id))
  const keys = named.filter(({ table, id }) => table !== 'deals' || !spared.has(id))
  const catalog = await book.catalog()
  const [first, ...others] = idsOf(keys, 'customers').map(nobody)
  if (first) await takeBackMerges(book, idsOf(keys, 'customers'))
  const records = first && (await readHanging(db, [first, ...others]))
  const ids = records ? personIds(records) : new Set<string>()
  const linking = records ? await linkingTo(book, ids) : []
  const plan = records && erasePlan(records, linking, 'keep', catalog, NO_TITLE)
  const erased = [...keys, ...(plan?.erase ?? [])]
  const { files } = plan ?? { files: [] }
  await addPending(db, { files: [...files], ids: [...erased, ...redacted].map(({ id }) => id) })
  await book.write(
    { key: 'personErased' },
    async (draft) => {
      if (plan) await carryOut(draft, plan)
      if (plan) await eraseMentions(book, draft, ids)
      await sweepDeals(book, draft, idsOf(keys, 'deals'))
      await sweepRedacted(book, draft, catalog, redacted)
      await eraseAbout(book, draft, erased)
    },
    { silent: true },
  )
  book.forget([...erased, ...redacted.map(({ id }) => ({ table: 'deals', id }))])
}

const TOGETHER = 100

/**
 * Erases what hangs on records that were erased elsewhere: what was known here, and what was written on a device that
 * did not know of it. Depends on the records alone, and what was done once is not done again: devices that do so at
 * once come to the same. Of deals the figures stay.
 * @returns whether there was anything to do
 * @throws AppError; what is left is done the next time
 */
export const sweepErased = async (book: Book): Promise<boolean> => {
  const keys = await sweepKeys(book.db)
  for (let at = 0; at < keys.length; at += TOGETHER) {
    const some = keys.slice(at, at + TOGETHER)
    await sweepSome(book, some.map(keyOf))
    await doneSweep(book.db, new Set(some))
  }
  return keys.length > 0
}
