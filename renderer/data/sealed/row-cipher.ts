import { aessiv } from '@noble/ciphers/aes.js'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { randomBytes } from '@noble/ciphers/utils.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A row that does not open: with another key, changed bytes, or one that was never sealed. Goes by IndexedDB's own name. */
export class UnopenedRowError extends Error {
  override readonly name = 'DataError'
}

const NONCE = 12
const TAG = 16

export type RowCipher = {
  seal: (plain: Uint8Array, bound: string) => Uint8Array<ArrayBuffer>
  /** @throws UnopenedRowError */
  open: (sealed: unknown, bound: string) => Uint8Array
  /** A key as it may stand in the clear: a hash gives away what it was made of to who can guess that. */
  veil: <K>(key: K) => K
  /** The inverse of `veil`. */
  unveil: <K>(key: K) => K
}

/** SHA-256 in hex, by itself or within a key: ids of the blocklist are made of a person's e-mail or phone. */
const HASH = /[0-9a-f]{64}/g
const HASH_LENGTH = 64
/** A tag of 16 bytes before the 32 of the hash, in hex. */
const VEILED = /~[0-9a-f]{96}/g
const VEILED_LENGTH = 97

const mapped = <K>(key: K, change: (text: string) => string): K => {
  if (typeof key === 'string') return change(key) as K
  return Array.isArray(key) ? (key.map((part: unknown) => mapped(part, change)) as K) : key
}

/**
 * Seals rows with a key of 32 bytes: ChaCha20-Poly1305 (RFC 8439) with random nonces, which come twice with a chance
 * below 2^-32 until 2^32 rows were sealed. It has to be done within an IndexedDB transaction, which does not wait for
 * WebCrypto; in JavaScript it is three times as fast as AES-GCM, whose tables also give time away. Hashes are veiled
 * by AES-SIV (RFC 5297): the same hash always becomes the same text, so that it can be looked up.
 */
export const createRowCipher = (key: Uint8Array): RowCipher => {
  const rows = hkdf(sha256, key, undefined, utf8ToBytes('fairbook window: rows'), 32)
  const ids = hkdf(sha256, key, undefined, utf8ToBytes('fairbook window: ids'), 64)
  const veilHash = (hash: string): string => `~${bytesToHex(aessiv(ids).encrypt(hexToBytes(hash)))}`
  const unveilHash = (veiled: string): string => {
    try {
      return bytesToHex(aessiv(ids).decrypt(hexToBytes(veiled.slice(1))))
    } catch {
      // A key that only looks like one of these.
      return veiled
    }
  }
  return {
    seal: (plain, bound) => {
      const sealed = new Uint8Array(NONCE + plain.length + TAG)
      const nonce = randomBytes(NONCE)
      sealed.set(nonce)
      chacha20poly1305(rows, nonce, utf8ToBytes(bound)).encrypt(plain, sealed.subarray(NONCE))
      return sealed
    },
    open: (sealed, bound) => {
      if (!(sealed instanceof Uint8Array) || sealed.length < NONCE + TAG) throw new UnopenedRowError('not sealed')
      try {
        return chacha20poly1305(rows, sealed.subarray(0, NONCE), utf8ToBytes(bound)).decrypt(sealed.subarray(NONCE))
      } catch (error) {
        throw new UnopenedRowError('not sealed with this key', { cause: error })
      }
    },
    veil: (value) => mapped(value, (text) => (text.length < HASH_LENGTH ? text : text.replace(HASH, veilHash))),
    unveil: (value) => mapped(value, (text) => (text.length < VEILED_LENGTH ? text : text.replace(VEILED, unveilHash))),
  }
}
