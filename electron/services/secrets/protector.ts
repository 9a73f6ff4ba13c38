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
