import { hashOf } from '../attachments/attachments.ts'
import { openBytes, sealBytes } from '../keys/aead.ts'
import { UnreadableRecord } from './codec.ts'
import { pad, unpad } from './padding.ts'

/** Starts every sealed attachment; the last letter counts up with its format. */
const MAGIC = Buffer.from('FBB1', 'latin1')
const KEY_ID = 8
const HEADER = MAGIC.length + KEY_ID

export type BlobSeal = {
  key: Uint8Array
  keyId: string
  /** What a sealed attachment belongs to, beside its own name. */
  belongs: string
}

/** An attachment sealed: `FBB1`, the id of the key (8 bytes), and the padded bytes sealed. */
export const sealBlob = ({ key, keyId, belongs }: BlobSeal, bytes: Uint8Array): Buffer =>
  Buffer.concat([MAGIC, Buffer.from(keyId, 'hex'), sealBytes(key, belongs, pad(bytes))])

const open = (key: Uint8Array, belongs: string, sealed: Uint8Array): Uint8Array | undefined => {
  try {
    return unpad(openBytes(key, belongs, sealed))
  } catch (error) {
    throw new UnreadableRecord('damaged', error)
  }
}

/** The bytes of this hash. @throws UnreadableRecord */
export const openBlob = ({ key, keyId, belongs }: BlobSeal, sha256: string, encoded: Uint8Array): Uint8Array => {
  const header = Buffer.from(encoded.subarray(0, HEADER))
  if (header.length < HEADER || header.compare(MAGIC, 0, 3, 0, 3) !== 0) throw new UnreadableRecord('damaged')
  if (header[3] !== MAGIC[3]) throw new UnreadableRecord('newer')
  if (header.toString('hex', MAGIC.length) !== keyId) throw new UnreadableRecord('otherKey')
  const bytes = open(key, belongs, encoded.subarray(HEADER))
  if (bytes === undefined || hashOf(bytes) !== sha256) throw new UnreadableRecord('damaged')
  return bytes
}
