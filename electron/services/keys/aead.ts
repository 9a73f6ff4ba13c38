import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** What sealing adds to the length, in bytes. */
export const SEAL_BYTES = NONCE + TAG

/** Sealed bytes that the key does not open: damaged, moved to where they do not belong, or of another key. */
export class SealBroken extends Error {
  constructor(cause?: unknown) {
    super('sealed bytes do not open', { cause })
    this.name = 'SealBroken'
  }
}

const bytesOf = (text: Uint8Array | string): Uint8Array => (typeof text === 'string' ? Buffer.from(text, 'utf8') : text)

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D): nonce (12) ‖ ciphertext ‖ tag (16). The nonce is random, so one key
 * is good for 2^32 messages; each purpose has a key of its own (`subkey`).
 * @param key 32 bytes
 * @param aad what the bytes belong to: they only open with the same
 */
export const sealBytes = (key: Uint8Array, aad: Uint8Array | string, bytes: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(bytesOf(aad))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/**
 * The inverse of `sealBytes`; the tag is checked before anything is given out.
 * @throws SealBroken
 */
export const openBytes = (key: Uint8Array, aad: Uint8Array | string, sealed: Uint8Array): Buffer => {
  if (sealed.length < SEAL_BYTES) throw new SealBroken()
  const end = sealed.length - TAG
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(bytesOf(aad))
  decipher.setAuthTag(sealed.subarray(end))
  const opened = decipher.update(sealed.subarray(NONCE, end))
  try {
    // Gives no more bytes in this mode: it only checks the tag.
    decipher.final()
    return opened
  } catch (error) {
    throw new SealBroken(error)
  }
}
