import { AppError } from '../../shared/app-error.ts'
import { ERASED, type RecordState } from '../../shared/change/index.ts'
import type { Desktop } from '../../shared/desktop-api.ts'
import { displayName } from '../../shared/domain/index.ts'
import {
  blockSubject,
  type DealFate,
  type ErasePlan,
  erasePlan,
  type PersonRecords,
  personIds,
} from '../../shared/privacy/index.ts'
import { settled } from './apply.ts'
import { block, bookCountry, hashing } from './blocklist.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import { carryOut, eraseAbout, eraseMentions, linkingTo } from './erase-parts.ts'
import { addPending, donePending, noteErasing, pendingOf } from './erasures.ts'
import { forgetImportFiles } from './import-store.ts'
import { readPerson } from './person.ts'
import { statesOf } from './states.ts'
import { sweepErased } from './sweep.ts'

export type EraseOptions = {
  deals: DealFate
  /** What a kept deal is called from then on. */
  dealTitle: string
  /** Whether a later import is kept from bringing the person back. */
  block: boolean
}

/** What an erasure would do now; undefined where there is no such customer. */
export const planErasure = async (
  book: Book,
  id: string,
  { deals, dealTitle }: Pick<EraseOptions, 'deals' | 'dealTitle'>,
): Promise<{ plan: ErasePlan; records: PersonRecords } | undefined> => {
  const records = await readPerson(book.db, id)
  if (records === undefined) return undefined
  const linking = await linkingTo(book, personIds(records))
  return { plan: erasePlan(records, linking, deals, await book.catalog(), dealTitle), records }
}

const READ_MODEL_BLOBS = 'readModel'

/** The texts by which a line of the files can be known to be about a person. */
const textsOf = ({ customer, merged }: PersonRecords): string[] =>
  [customer, ...merged]
    .flatMap((one) => [
      one.id,
      displayName(one),
      ...Object.values(one.emails ?? {}).map(({ value }) => value),
      ...Object.values(one.phones ?? {}).map(({ value }) => value),
    ])
    .filter((text) => text.length > 3)

/** The people that go, and their history, as they are. */
const statesAbout = async ({ db }: Book, { customer, merged, history }: PersonRecords): Promise<RecordState[]> => {
  const people = [customer, ...merged].map(({ id }) => ({ table: 'customers', id }))
  return statesOf(db, [...people, ...history.map(({ id }) => ({ table: 'history', id }))])
}

/**
 * Erases a person from the book for good: tombstones for what is about them, cleared fields where others point at
 * them, hashes on the blocklist. One write, not undone by anything. What others took over in merges, files and saved
 * columns follow with `tidyErased`.
 * @returns texts by which damaged lines about the person can be found
 * @throws AppError `recordMissing` where there is no such customer any more
 */
const eraseFromBook = async (book: Book, id: string, options: EraseOptions): Promise<string[]> => {
  const planned = await planErasure(book, id, options)
  if (planned === undefined) throw new AppError('recordMissing')
  const country = await bookCountry(book)
  const people = [planned.records.customer, ...planned.records.merged]
  const { blockHashes } = await hashing()
  const hashes = people.flatMap((one) => blockHashes(book.id, blockSubject(one, country)))
  const { erase, redact, files } = planned.plan
  await addPending(book.db, { files: [...files], ids: [...erase, ...redact].map(({ id }) => id) })
  await noteErasing(book.db, await statesAbout(book, planned.records))
  await book.write(
    { key: 'personErased' },
    async (draft) => {
      await carryOut(draft, planned.plan)
      await eraseMentions(book, draft, new Set(people.map((one) => one.id)))
      await eraseAbout(book, draft, planned.plan.erase)
      if (options.block) await block(draft, hashes)
    },
    { silent: true },
  )
  return textsOf(planned.records)
}

/** How long it waits for the files to have what the book has, in milliseconds. */
const PATIENCE = 30_000
/** Texts of one call. */
const MAX_TEXTS = 10_000

/**
 * Takes what was erased from everything else: from the records it was merged into, and from what is saved beside the
 * book: the read model's columns, files of attachments
 * that nothing uses any more, files of broken-off imports, old lines of the journal. Does nothing when nothing was
 * erased since the last time.
 * @throws AppError when the desktop side fails; it is tried again at the next start
 */
export const tidyErased = async (book: Book, desktop: Desktop, texts: readonly string[] = []): Promise<void> => {
  const { db } = book
  await sweepErased(book)
  const pending = await pendingOf(db)
  if (pending.ids.length === 0) return
  await db.blobs.where('key').startsWith(READ_MODEL_BLOBS).delete()
  await forgetImportFiles(db)
  const used = new Set<unknown>()
  await rowsOf(db, 'attachments').each((row) => {
    if (row[ERASED] === undefined) used.add(row['sha256'])
  })
  for (const sha256 of pending.files) if (!used.has(sha256)) await desktop.call('attachments.delete', { sha256 })
  await settled(db, 'journal', AbortSignal.timeout(PATIENCE))
  const all = [...new Set([...pending.ids, ...pending.texts, ...texts])]
  for (let at = 0; at < all.length; at += MAX_TEXTS)
    await desktop.call('journal.forget', { bookId: book.id, texts: all.slice(at, at + MAX_TEXTS) })
  await donePending(db, pending)
}

/**
 * Erases a person from the book and from the files.
 * @returns why the files still hold something of the person, until the next start; undefined when they don't
 * @throws AppError; nothing is erased then
 */
export const erasePerson = async (
  book: Book,
  desktop: Desktop,
  id: string,
  options: EraseOptions,
): Promise<unknown> => {
  const texts = await eraseFromBook(book, id, options)
  return tidyErased(book, desktop, texts).then(
    () => undefined,
    (error: unknown) => error,
  )
}
