import { createHmac } from 'node:crypto'
import { z } from 'zod'

import { openBytes, sealBytes } from '../keys/aead.ts'
import { subkey } from '../keys/subkey.ts'
import { type RecordCodec, UnreadableRecord } from './codec.ts'
import { packRecord, unpackRecord } from './pack-record.ts'
import { openBlob, sealBlob } from './sealed-blob.ts'

/** Letters of an id behind its first: 132 bits, so that no two records of any book meet. */
const ID_LETTERS = 22

const bodySchema = z.object({ key: z.string().regex(/^[0-9a-f]{16}$/), sealed: z.string() })

/**
 * Records sealed with the book's key: the place sees ids that tell nothing (HMAC-SHA-256, RFC 2104, the same on every
 * device), ciphertext, and lengths by the bucket. Each is bound to the book, its id and the key, so none can stand in
 * for another. What stands there in the open is `odd`: the place can't make this device take it.
 * @param keyId names the key in what it sealed
 */
export const sealedCodec = ({
  bookId,
  key,
  keyId,
}: {
  bookId: string
  key: Uint8Array
  keyId: string
}): RecordCodec => {
  const idKey = subkey(key, 'record ids')
  const recordKey = subkey(key, 'records')
  const nameKey = subkey(key, 'blob names')
  const blobKey = subkey(key, 'blobs')

  // As JSON: no two pairs give the same text, whatever is in them.
  const idOf = (table: string, id: string): string => {
    const hash = createHmac('sha256', idKey)
      .update(JSON.stringify([table, id]))
      .digest('base64url')
    return `r${hash.slice(0, ID_LETTERS)}`
  }
  const blobName = (sha256: string): string => `b${createHmac('sha256', nameKey).update(sha256).digest('hex')}`
  const belongs = (what: 'record' | 'blob', name: string): string => `fairbook ${what} 1\n${bookId}\n${name}\n${keyId}`
  const blobSeal = (sha256: string) => ({ key: blobKey, keyId, belongs: belongs('blob', blobName(sha256)) })

  const open = (id: string, sealed: string): Uint8Array => {
    try {
      return openBytes(recordKey, belongs('record', id), Buffer.from(sealed, 'base64'))
    } catch (error) {
      throw new UnreadableRecord('damaged', error)
    }
  }

  return {
    sealed: true,
    idOf,
    encode: (state) => {
      const bound = belongs('record', idOf(state.table, state.id))
      return { key: keyId, sealed: sealBytes(recordKey, bound, packRecord(state)).toString('base64') }
    },
    decode: (id, encoded) => {
      const body = bodySchema.safeParse(encoded)
      if (!body.success) throw new UnreadableRecord('odd')
      if (body.data.key !== keyId) throw new UnreadableRecord('otherKey')
      const state = unpackRecord(open(id, body.data.sealed))
      if (idOf(state.table, state.id) !== id) throw new UnreadableRecord('odd')
      return state
    },
    blobName,
    encodeBlob: (sha256, bytes) => sealBlob(blobSeal(sha256), bytes),
    decodeBlob: (sha256, encoded) => openBlob(blobSeal(sha256), sha256, encoded),
  }
}
