import { ERASED, isMap, type RecordState } from '../../shared/change/index.ts'
import { isCustomFieldId } from '../../shared/domain/index.ts'
import { type BookDatabase, rowsOf } from './database.ts'
import { erasableTables, recordKey } from './versions.ts'
import { dropWitnesses, keepWitnesses } from './witnesses.ts'

/**
 * What erasures have left to do outside the book: `files` and `ids` of what was erased, and `texts` by which damaged
 * lines about them can be found.
 */
export type Pending = { files: string[]; ids: string[]; texts?: string[] }

const PENDING = 'erasure:pending'
/** Erased records around which something may hang that was written without knowing. */
const SWEEP = 'erasure:sweep'

export const pendingOf = async (db: BookDatabase): Promise<Required<Pending>> => {
  const value = (await db.meta.get(PENDING))?.value
  return { files: [], ids: [], texts: [], ...(value === undefined ? {} : (value as Pending)) }
}

/** Noted before the write, so that a crash after it does not leave the files as they were. */
export const addPending = (db: BookDatabase, { files, ids, texts = [] }: Pending): Promise<unknown> =>
  db.transaction('rw', db.meta, async () => {
    const before = await pendingOf(db)
    const value: Pending = {
      files: [...new Set([...before.files, ...files])],
      ids: [...new Set([...before.ids, ...ids])],
      texts: [...new Set([...before.texts, ...texts])],
    }
    await db.meta.put({ key: PENDING, value })
  })

/** Forgets what was done of it. */
export const donePending = (db: BookDatabase, done: Pending): Promise<unknown> =>
  db.transaction('rw', db.meta, async () => {
    const now = await pendingOf(db)
    const ids = now.ids.filter((id) => !done.ids.includes(id))
    const texts = now.texts.filter((text) => !done.texts?.includes(text))
    if (ids.length === 0) await db.meta.delete(PENDING)
    else await db.meta.put({ key: PENDING, value: { files: now.files, ids, texts } satisfies Pending })
  })

export const sweepKeys = async (db: BookDatabase): Promise<string[]> => {
  const value = (await db.meta.get(SWEEP))?.value
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []
}

const addSweep = async (db: BookDatabase, keys: Iterable<string>): Promise<void> => {
  await db.meta.put({ key: SWEEP, value: [...new Set([...(await sweepKeys(db)), ...keys])] })
}

export const doneSweep = (db: BookDatabase, done: ReadonlySet<string>): Promise<unknown> =>
  db.transaction('rw', db.meta, async () => {
    const left = (await sweepKeys(db)).filter((key) => !done.has(key))
    if (left.length === 0) await db.meta.delete(SWEEP)
    else await db.meta.put({ key: SWEEP, value: left })
  })

/** Ends a sweep: what witnesses hold was erased. They stay while there is more to do, noted by somebody else meanwhile. */
export const endSweep = (db: BookDatabase): Promise<unknown> =>
  db.transaction('rw', db.meta, async () => {
    if ((await sweepKeys(db)).length === 0) await dropWitnesses(db)
  })

const isErasable = (table: string): boolean => erasableTables.some((name) => name === table)

/** A record that came in: as it was here and as it is. */
type Changed = { before: RecordState | undefined; after: RecordState }

const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])

/** The flat values of a customer that may stand in damaged lines. */
const textsIn = ({ values }: RecordState): string[] => {
  const { givenName, familyName, companyName } = values
  const name = [...text(givenName), ...text(familyName)].join(' ')
  const reached = Object.entries(values).flatMap(([path, value]) =>
    (path.startsWith('emails/') || path.startsWith('phones/')) && isMap(value) ? text(value['value']) : [],
  )
  return [name, ...text(companyName), ...reached].filter((one) => one.length > 3)
}

/** Keeps rows until the next sweep: without them nobody could tell what else a record took over from someone erased. */
const noteWitnesses = async (db: BookDatabase, held: readonly RecordState[]): Promise<void> => {
  const rows = await keepWitnesses(db, held)
  const keys = rows
    .filter(({ changes }) => changes.some(({ path }) => path === 'mergedInto'))
    .map(({ recordId }) => recordKey('customers', recordId))
  const found = (await db.erasures.bulkGet(keys)).flatMap((entry) => (entry ? [entry.key] : []))
  if (found.length > 0) await addSweep(db, found)
}

/**
 * Notes that people are about to be erased here, before the write that does: what hangs on them by merges is found by
 * the next sweep. Does no harm where the write then fails.
 * @param states the people and their history
 */
export const noteErasing = (db: BookDatabase, states: readonly RecordState[]): Promise<unknown> =>
  db.transaction('rw', db.meta, async () => {
    await keepWitnesses(db, states)
    await addSweep(
      db,
      states.filter(({ table }) => table === 'customers').map(({ table, id }) => recordKey(table, id)),
    )
  })

/** Notes records that were erased elsewhere, inside the transaction that puts their tombstones in. */
export const noteErased = async (db: BookDatabase, erased: readonly Changed[]): Promise<void> => {
  const found = erased.filter(({ after }) => isErasable(after.table))
  if (found.length > 0) {
    const entries = found.map(({ after: { table, id } }) => ({ key: recordKey(table, id), table, id }))
    await db.erasures.bulkPut(entries)
    await addSweep(
      db,
      entries.map(({ key }) => key),
    )
  }
  const held = erased.flatMap(({ before }) => (before && !Object.hasOwn(before.values, ERASED) ? [before] : []))
  if (held.length === 0) return
  await noteWitnesses(db, held)
  await addPending(db, {
    ids: held.map(({ id }) => id),
    files: held.flatMap(({ table, values }) => (table === 'attachments' ? text(values['sha256']) : [])),
    texts: held.flatMap((state) => (state.table === 'customers' ? textsIn(state) : [])),
  })
}

/** Of a deal whose person was erased: since when. */
export const REDACTED = 'redactedAt'

const links = ['customerId', 'companyId', 'dealId', 'mergedInto', 'a', 'b'] as const

/** Keys of the records that a state is about or points at. */
const mentioned = ({ table, values }: RecordState): string[] => {
  const { recordTable, recordId } = values
  if (table === 'history' || table === 'conflictDecisions')
    return text(recordTable).flatMap((of) => text(recordId).map((id) => recordKey(of, id)))
  if (table === 'segments')
    return Object.keys(values).flatMap((path) =>
      path.startsWith('members/') ? [recordKey('customers', path.slice('members/'.length))] : [],
    )
  const linked = links.flatMap((field) =>
    text(values[field]).map((id) => recordKey(field === 'dealId' ? 'deals' : 'customers', id)),
  )
  const own = Object.entries(values).flatMap(([path, value]) =>
    isCustomFieldId(path) ? text(value).map((id) => recordKey('customers', id)) : [],
  )
  return [...linked, ...own]
}

/** Keys of deals without their person that came in as such, or of which something came in that did not know. */
const redacted = async (db: BookDatabase, changed: readonly Changed[]): Promise<string[]> => {
  const fresh = changed.filter(
    ({ before, after: { table, values } }) =>
      table === 'deals' && Object.hasOwn(values, REDACTED) && !(before && Object.hasOwn(before.values, REDACTED)),
  )
  const written = changed.flatMap(({ after: { table, values } }) =>
    table === 'history' && values['recordTable'] === 'deals' ? text(values['recordId']) : [],
  )
  const deals = written.length > 0 ? await rowsOf(db, 'deals').bulkGet([...new Set(written)]) : []
  const ids = [...fresh.map(({ after }) => after.id), ...deals.flatMap((row) => (row?.[REDACTED] ? [row.id] : []))]
  return ids.map((id) => recordKey('deals', id))
}

/** Notes the erased records that what came in is about: whoever wrote it did not know. In the same transaction. */
export const noteMentions = async (db: BookDatabase, changed: readonly Changed[]): Promise<void> => {
  if ((await db.erasures.limit(1).count()) === 0) return
  const keys = [...new Set(changed.flatMap(({ after }) => mentioned(after)))]
  const entries = await db.erasures.bulkGet(keys)
  const found = [...entries.flatMap((entry) => (entry ? [entry.key] : [])), ...(await redacted(db, changed))]
  if (found.length > 0) await addSweep(db, found)
}
