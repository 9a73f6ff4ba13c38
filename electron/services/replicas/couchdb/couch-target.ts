import { setTimeout } from 'node:timers/promises'

import { AppError } from '../../../../shared/app-error.ts'
import { ERASED, type RecordState } from '../../../../shared/change/index.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import { createQueue } from '../../queue.ts'
import type { RecordCodec } from '../codec.ts'
import type { SharedReplica, SyncTarget } from '../target.ts'
import { type CouchPlace, parseAddress } from './address.ts'
import { couchBlobs } from './blobs.ts'
import { createBook } from './create.ts'
import { openDatabase } from './database.ts'
import { replaceKeyring, requireHead } from './head.ts'
import { createHttp, type Http } from './http.ts'
import { inspect } from './inspect.ts'
import { couchIntake } from './intake.ts'
import { createKnown } from './known.ts'
import type { Tools } from './patience.ts'
import { newReading, pullPage } from './pull.ts'
import { pushRecords } from './push.ts'

/** How long an exchange goes on trying, and how long a person who tests a connection waits; milliseconds. */
const PATIENCE = { exchange: 30_000, person: 4_000 }

const real: Tools = {
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  random: Math.random,
  sleep: (millis) => setTimeout(millis),
}

export type CouchOptions = { place: CouchPlace; password: string | undefined } & Partial<Tools>

const openReplica = (http: Http, head: TargetHead, codec: RecordCodec, tools: Tools): SharedReplica => {
  const db = openDatabase(http)
  const { bookId } = head
  const reading = newReading()
  const known = createKnown()
  // One after the other: two at once would only be in each other's way.
  const pushing = createQueue()
  const forget = async (): Promise<void> => {
    // Only an administrator of the database may; the server does so by itself now and then.
    await db.ask({ method: 'POST', path: db.path('_compact'), json: {}, also: [401, 403, 404, 405] }, () => true)
  }
  /** In a lost version may stand what was erased: the server keeps it until someone takes it away. */
  const join = (split: readonly RecordState[]): Promise<void> =>
    pushing(async () => {
      try {
        await pushRecords({ db, codec, known, tools }, split)
      } catch (error) {
        // Who may only read leaves it to others.
        if (error instanceof AppError && error.code === 'syncForbidden') return
        throw error
      }
      if (split.some(({ values }) => Object.hasOwn(values, ERASED))) await forget()
    })
  return {
    identity: () => ({ bookId, target: `couchdb ${http.address.name}` }),
    capabilities: { durable: true, shared: true },
    pull: async (after, limit) => {
      const { page, split } = await pullPage({ db, codec, head, known, reading, now: tools.now }, after, limit)
      if (split.length > 0) await join(split)
      return page
    },
    push: (records) =>
      pushing(async () => {
        await requireHead(db, head)
        const aside = await pushRecords({ db, codec, known, tools }, records)
        return aside.length > 0 ? { aside } : {}
      }),
    blobs: couchBlobs(db, codec),
    intake: couchIntake(http, tools.now),
    forget,
  }
}

/**
 * A database of a CouchDB (3.x; anything that speaks its HTTP API) as a place where a book meets: one document for each
 * record, one for each attachment, and the head in one called `fairbook`.
 * @throws AppError `syncUnreachable` for an address that is none; from its methods whatever is wrong
 */
export const couchTarget = ({ place, password, ...handedIn }: CouchOptions): SyncTarget => {
  const tools = { ...real, ...handedIn }
  const address = parseAddress(place)
  const http = (patience: number) => createHttp({ ...tools, place, password, address, patience })
  const forPerson = openDatabase(http(PATIENCE.person))
  return {
    inspect: () => inspect(forPerson, tools.now, tools.random),
    create: (head) => createBook(forPerson, head, place.user, tools.now),
    replaceKeyring: (head) => replaceKeyring(forPerson, head),
    open: (head, codec) => openReplica(http(PATIENCE.exchange), head, codec, tools),
  }
}
