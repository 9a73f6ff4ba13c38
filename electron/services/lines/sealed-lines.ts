import { openBytes, SealBroken, sealBytes } from '../keys/aead.ts'
import { isSealed, type LineCodec } from './line-codec.ts'
import { recordKey } from './record-line.ts'

// Not bound to a place in a file: compaction moves lines about, and a line met twice or late merges to the same.
const BELONGS_TO = 'fairbook line 1'

/**
 * Lines that are sealed with `key` (32 bytes, for this purpose only), named `keyId` in the files.
 * @param seals false while the lock is taken off: sealed lines are still read, new ones are plain
 * @param onlySealed once all files are sealed: headers stay readable, but a plain record is none
 */
export const sealedLines = (key: Uint8Array, keyId: string, seals: boolean, onlySealed = false): LineCodec => ({
  keyId,
  seals,
  onlySealed,
  encode: (json) => (seals ? Buffer.from(`"${sealBytes(key, BELONGS_TO, json).toString('base64')}"`, 'latin1') : json),
  decode: (data) => {
    if (!isSealed(data)) return onlySealed && recordKey(data) !== undefined ? undefined : data
    try {
      return openBytes(key, BELONGS_TO, Buffer.from(data.toString('latin1', 1, data.length - 1), 'base64'))
    } catch (error) {
      if (error instanceof SealBroken) return undefined
      throw error
    }
  },
})
