import { openBytes, sealBytes } from '../keys/aead.ts'
import { subkey } from '../keys/subkey.ts'

/** What keeps secrets between two starts. Both fail where it can't just now. */
export type Protector = {
  /** `system`: the key store of the system, open while its user is logged in. `lock`: the passphrase of the book. */
  readonly name: 'system' | 'lock'
  protect: (bytes: Uint8Array) => Promise<Uint8Array>
  unprotect: (bytes: Uint8Array) => Promise<Uint8Array>
}

const BELONGS = 'fairbook secrets 1'

/** A protector that seals with a key. */
export const keyProtector = (name: Protector['name'], key: () => Promise<Uint8Array>): Protector => ({
  name,
  protect: async (bytes) => sealBytes(await key(), BELONGS, bytes),
  unprotect: async (bytes) => openBytes(await key(), BELONGS, bytes),
})

/** Seals with the key of a locked book, for as long as that is open. */
export const lockProtector = (bookKey: Uint8Array): Protector => {
  const key = subkey(bookKey, 'secrets')
  return keyProtector('lock', async () => key)
}

/**
 * The key store of the system, looked for when there is first something to keep or to open: looking may ask its user
 * for a password, and nobody who does not sync should be asked, nor wait for it before a window opens.
 */
export const lazyProtector = (find: () => Promise<Protector | undefined>): Protector => {
  let asked: Promise<Protector | undefined> | undefined
  const found = async (): Promise<Protector> => {
    asked ??= find()
    const protector = await asked
    if (protector === undefined) throw new Error('this system has no key store')
    return protector
  }
  return {
    name: 'system',
    protect: async (bytes) => (await found()).protect(bytes),
    unprotect: async (bytes) => (await found()).unprotect(bytes),
  }
}
