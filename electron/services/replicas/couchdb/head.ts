import { AppError } from '../../../../shared/app-error.ts'
import { type TargetHead, targetHeadSchema } from '../../../../shared/sync/index.ts'
import type { Database } from './database.ts'
import { bodyOf, HEAD_ID, metaOf } from './documents.ts'

type StoredHead = { head: TargetHead; rev: string }

/** The head as it stands in the database; undefined where there is none. @throws AppError `newerFormat`, `syncNoBook` */
export const readHead = async (db: Database): Promise<StoredHead | undefined> => {
  const doc = await db.get(HEAD_ID)
  if (doc === undefined) return undefined
  const head = targetHeadSchema.safeParse(bodyOf(doc)).data
  const meta = metaOf(doc)
  if (head !== undefined && meta !== undefined) return { head, rev: meta.rev }
  const { format } = doc
  throw new AppError(typeof format === 'number' && format > 1 ? 'newerFormat' : 'syncNoBook', {
    place: db.address.name,
  })
}

/** The head of this very book and life. @throws AppError `syncNoBook`, `syncWrongBook`, `syncTargetChanged` */
export const requireHead = async (db: Database, { bookId, epoch, sealed }: TargetHead): Promise<StoredHead> => {
  const found = await readHead(db)
  const place = db.address.name
  if (found === undefined) throw new AppError('syncNoBook', { place })
  if (found.head.bookId !== bookId) throw new AppError('syncWrongBook', { place })
  if (found.head.epoch !== epoch || found.head.sealed !== sealed) throw new AppError('syncTargetChanged', { place })
  return found
}

/**
 * Writes the head where none is. Of two that do so at once exactly one comes out: by the revision check, or, in a
 * cluster that took both, by the version that every node shows as the winner.
 * @throws AppError `syncNotEmpty`
 */
export const writeFirstHead = async (db: Database, head: TargetHead): Promise<void> => {
  // A conflict may also be our own writing, whose answer was lost: what stands there tells.
  await db.put(HEAD_ID, head)
  const found = await readHead(db)
  if (found?.head.epoch !== head.epoch) throw new AppError('syncNotEmpty', { place: db.address.name })
}

const TRIES = 5

/**
 * Puts a keyring in the place of an older one.
 * @throws AppError `syncBusy` when one as new or newer came between: the passphrase was changed on another device
 */
export const replaceKeyring = async (db: Database, head: TargetHead): Promise<void> => {
  const next = head.keyring
  for (let step = 0; step < TRIES && next !== undefined; step += 1) {
    const { head: stored, rev } = await requireHead(db, head)
    const held = stored.keyring
    if (JSON.stringify(held) === JSON.stringify(next)) return
    if (held?.keyId !== next.keyId) throw new AppError('syncTargetChanged', { place: db.address.name })
    if (held.revision >= next.revision) break
    const written = await db.put(HEAD_ID, { ...stored, keyring: next, _rev: rev })
    if (written !== 'conflict') return
  }
  throw new AppError('syncBusy', { place: db.address.name })
}
