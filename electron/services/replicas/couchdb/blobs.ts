import { AppError } from '../../../../shared/app-error.ts'
import { MAX_ENCODED_BLOB, type RecordCodec, UnreadableRecord } from '../codec.ts'
import type { Blobs } from '../target.ts'
import type { Database } from './database.ts'
import { BLOB_PREFIX, metaOf } from './documents.ts'
import { AnswerTooLong } from './exchange.ts'

/** The one attachment of an attachment's document. */
const NAME = 'data'
const TRIES = 5

/** Attachments, each in a document of its own that holds nothing else. */
export const couchBlobs = (db: Database, codec: RecordCodec): Blobs => {
  const idOf = (sha256: string) => `${BLOB_PREFIX}${codec.blobName(sha256)}`

  /** The revision of an attachment's document, and whether the attachment is in it. */
  const look = async (sha256: string): Promise<{ rev: string; whole: boolean } | undefined> => {
    const doc = await db.get(idOf(sha256))
    const rev = doc && metaOf(doc)?.rev
    return rev === undefined ? undefined : { rev, whole: doc?.['_attachments'] !== undefined }
  }

  const write = (sha256: string, bytes: Uint8Array, rev: string | undefined): Promise<number> =>
    db.ask(
      {
        method: 'PUT',
        path: db.path(idOf(sha256), NAME),
        query: rev === undefined ? {} : { rev },
        bytes,
        also: [404, 409, 413],
      },
      ({ status }) => status,
    )

  const get = async (sha256: string): Promise<Uint8Array | undefined> => {
    try {
      const path = db.path(idOf(sha256), NAME)
      const { bytes } = await db.ask<{ bytes: Buffer | undefined }>(
        { method: 'GET', path, most: MAX_ENCODED_BLOB, also: [404], divisible: true },
        ({ status, bytes }) => ({ bytes: status === 404 ? undefined : bytes }),
      )
      return bytes && codec.decodeBlob(sha256, bytes)
    } catch (error) {
      if (error instanceof UnreadableRecord || error instanceof AnswerTooLong) return undefined
      throw error
    }
  }

  return {
    get,
    has: async (sha256) => (await look(sha256))?.whole === true,
    put: async (sha256, bytes) => {
      const encoded = codec.encodeBlob(sha256, bytes)
      let rev: string | undefined
      for (let step = 0; step < TRIES; step += 1) {
        const status = await write(sha256, encoded, rev)
        if (status === 413) throw new AppError('attachmentTooLarge', { name: sha256 })
        if (status < 300) return
        // Someone put the same; one that cannot be read any more is replaced.
        if ((await get(sha256)) !== undefined) return
        // PouchDB attaches nothing to a document that was deleted: it has to be made anew first.
        if (status === 404) await db.put(idOf(sha256), {})
        rev = (await look(sha256))?.rev
      }
      throw new AppError('syncBusy', { place: db.address.name })
    },
    remove: async (sha256) => {
      for (let step = 0; step < TRIES; step += 1) {
        const found = await look(sha256)
        if (found === undefined) return
        const status = await db.ask(
          { method: 'DELETE', path: db.path(idOf(sha256)), query: { rev: found.rev }, also: [404, 409] },
          (answer) => answer.status,
        )
        if (status !== 409) return
      }
      throw new AppError('syncBusy', { place: db.address.name })
    },
  }
}
