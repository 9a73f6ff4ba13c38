import { AppError } from '../../../../shared/app-error.ts'
import type { Aside, Cursor, Page, RecordState } from '../../../../shared/change/index.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import type { RecordCodec } from '../codec.ts'
import { generationOf, type Place, placeOf, printCursor, type Witness } from './cursor.ts'
import type { Database } from './database.ts'
import { BLOB_PREFIX, type Changes, HEAD_ID } from './documents.ts'
import { AnswerTooLong } from './exchange.ts'
import { requireHead } from './head.ts'
import type { KnownRecords } from './known.ts'
import { readStored } from './stored.ts'

type Row = Changes['results'][number]

/** Whether a document is, or should be, a record. One that was deleted is none: records say themselves that they are. */
const mayBeRecord = ({ id, deleted }: Row): boolean =>
  deleted !== true && id !== HEAD_ID && !id.startsWith(BLOB_PREFIX) && !id.startsWith('_')

/** What a reader remembers of a server. */
export type Reading = {
  /** When it was last seen that the book there is still this one; Unix milliseconds. */
  seenAt: number
  /** How many changes fit into an answer, as far as is known. */
  fits: number
}

export const newReading = (): Reading => ({ seenAt: Number.NEGATIVE_INFINITY, fits: Number.POSITIVE_INFINITY })

/** Changes after a sequence, as many as fit into an answer; without documents where even one does not fit. */
const readChanges = async (
  db: Database,
  since: string,
  limit: number,
  reading: Reading,
): Promise<{ changes: Changes; limit: number; tooLong: boolean }> => {
  for (let size = Math.max(1, Math.min(limit, reading.fits)); ; size = Math.floor(size / 2)) {
    const withDocs = size > 0
    const asked = Math.max(size, 1)
    try {
      const changes = await db.changes(since, asked, withDocs)
      // The next may be smaller documents.
      reading.fits = Math.ceil(asked * 1.25)
      return { changes, limit: asked, tooLong: !withDocs }
    } catch (error) {
      if (!(error instanceof AnswerTooLong) || !withDocs) throw error
    }
  }
}

/** The longest name of something put aside, in characters: a server's ids may be of any length. */
const LONGEST_NAME = 400

type Taken = { record?: RecordState; aside?: Aside; witness?: Witness; isSplit?: boolean }

export type PullFrom = {
  db: Database
  codec: RecordCodec
  head: TargetHead
  known: KnownRecords
  reading: Reading
  now: () => number
}

const take = async ({ db, codec, known }: PullFrom, row: Row, tooLong: boolean): Promise<Taken> => {
  const { id } = row
  const key = id.slice(0, LONGEST_NAME)
  if (!mayBeRecord(row)) return {}
  // Deleted or written again since the server made its list: then there is a later row.
  const doc = tooLong ? 'tooLong' : (row.doc ?? (await db.getLarge(id)))
  if (doc === 'tooLong') return { aside: { key, reason: 'tooLarge' } }
  if (doc === undefined) return {}
  const { rev, lost, state, unreadable } = await readStored(db, codec, id, doc)
  if (state !== undefined && unreadable === undefined && lost.length === 0) known.set(id, { rev, state })
  else known.forget(id)
  return {
    ...(state && { record: state, witness: { id, generation: generationOf(rev) } }),
    ...(unreadable && { aside: { key, reason: unreadable } }),
    isSplit: lost.length > 0,
  }
}

/** So long may a server that has nothing new go without being looked at; milliseconds. */
const LOOK_EVERY = 10 * 60_000

/**
 * A server that was put back to an earlier state (from a backup) counts from there anew: what was written since would
 * never be read, and what was pushed after the backup is gone from it.
 * @throws AppError `syncTargetChanged` (`why: older`)
 */
const checkWitness = async (db: Database, { witness }: Place): Promise<void> => {
  if (witness === undefined) return
  const rev = await db.revOf(witness.id)
  if (rev === undefined || generationOf(rev) < witness.generation)
    throw new AppError('syncTargetChanged', { place: db.address.name, why: 'older' })
}

/** A page, and the records in it of which the server keeps versions that lost beside the one that it shows. */
export type PulledPage = { page: Page; split: RecordState[] }

/**
 * A page of what was written after a cursor. The cursor goes no further than what is in the page: as a record, by name
 * as something that could not be read, or as a document that is none of ours.
 */
export const pullPage = async (from: PullFrom, after: Cursor | null, limit: number): Promise<PulledPage> => {
  const { db, head, reading, now } = from
  const { epoch } = head
  const place = placeOf(epoch, after)
  const { changes, tooLong, limit: asked } = await readChanges(db, place.seq, limit, reading)
  const rows = changes.results.slice(0, asked)
  // Asked every half minute by each device, so where there is nothing new one question has to do.
  if (rows.length > 0 || after === null || now() - reading.seenAt > LOOK_EVERY) {
    await requireHead(db, head)
    await checkWitness(db, place)
    reading.seenAt = now()
  }
  const taken: Taken[] = []
  for (const row of rows) taken.push(await take(from, row, tooLong))
  const cut = rows.length < changes.results.length
  const seq = cut ? (rows.at(-1)?.seq ?? place.seq) : changes.last_seq
  const left = cut || (changes.pending === undefined ? rows.length >= asked : changes.pending > 0)
  const aside = taken.flatMap((one) => one.aside ?? [])
  const witness = taken.findLast((one) => one.witness)?.witness ?? place.witness
  const page = {
    records: taken.flatMap((one) => one.record ?? []),
    cursor: printCursor(epoch, { seq, witness }),
    // A server that says there is more and does not get on would be asked for ever.
    more: left && rows.length > 0 && seq !== place.seq,
    ...(aside.length > 0 && { aside }),
  }
  return { page, split: taken.flatMap(({ record, isSplit }) => (record && isSplit ? [record] : [])) }
}
