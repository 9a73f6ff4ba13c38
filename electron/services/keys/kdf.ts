import { randomBytes, scrypt } from 'node:crypto'

import { AppError } from '../../../shared/app-error.ts'
import type { Keyring } from '../../../shared/sync/index.ts'
import { KEY_BYTES } from './subkey.ts'

export type Kdf = Keyring['wraps'][number]['kdf']
export type Cost = Pick<Kdf, 'N' | 'r' | 'p'>

/** For passphrases: 128 MB and about half a second, as OWASP's Password Storage Cheat Sheet advises for scrypt. */
export const PASSPHRASE_COST: Cost = { N: 2 ** 17, r: 8, p: 1 }

/** For recovery keys: they are random, nobody guesses 160 bits, so stretching them brings nothing. */
export const RECOVERY_COST: Cost = { N: 2 ** 10, r: 8, p: 1 }

/** A keyring comes from a server or a folder: it may not ask for more memory (bytes) or work than this. */
const MOST_MEMORY = 256 * 1024 * 1024
const MOST_WORK = 2 ** 22

/** That `N` is a power of two below 2 to 16·r is a rule of scrypt itself (RFC 7914, 2). */
const isBearable = ({ N, r, p }: Cost): boolean =>
  Number.isInteger(Math.log2(N)) &&
  Math.log2(N) < 16 * r &&
  128 * r * (N + p) <= MOST_MEMORY + 1024 * 1024 &&
  N * r * p <= MOST_WORK

export const newKdf = (cost: Cost): Kdf => ({ name: 'scrypt', ...cost, salt: randomBytes(16).toString('base64') })

/**
 * What a passphrase or a recovery key gives: 32 bytes by scrypt (RFC 7914), off the main thread.
 * @throws AppError `keysDamaged` for a cost that is out of bounds
 */
export const derive = async (secret: Uint8Array, kdf: Kdf): Promise<Uint8Array> => {
  if (!isBearable(kdf)) throw new AppError('keysDamaged')
  const { N, r, p } = kdf
  return new Promise((resolve, reject) => {
    scrypt(secret, Buffer.from(kdf.salt, 'base64'), KEY_BYTES, { N, r, p, maxmem: 2 * MOST_MEMORY }, (error, made) => {
      if (error) reject(new AppError('keysDamaged', {}, error))
      else resolve(new Uint8Array(made))
    })
  })
}
