import { randomBytes } from 'node:crypto'

import { KEY_BYTES } from '../keys/subkey.ts'
import { keyProtector, type Protector } from './protector.ts'

/** One text in the key store of the system. Both methods fail where the store does. */
export type KeyStore = {
  /** Undefined where there is none yet. */
  find: () => Promise<string | undefined>
  put: (text: string) => Promise<void>
}

const keyOf = (text: string | undefined): Uint8Array | undefined => {
  const key = Buffer.from(text?.trim() ?? '', 'base64')
  return key.length === KEY_BYTES ? new Uint8Array(key) : undefined
}

const findOrMake = async (store: KeyStore): Promise<Uint8Array> => {
  const found = keyOf(await store.find())
  if (found) return found
  await store.put(randomBytes(KEY_BYTES).toString('base64'))
  // Read back: another start may have put its own there, and a store that only pretends must not be believed.
  const kept = keyOf(await store.find())
  if (!kept) throw new Error('the key store does not keep what it is given')
  return kept
}

/** Seals with a random key that only the key store keeps; made when it is first needed. */
export const keyStoreProtector = (store: KeyStore): Protector => {
  let asked: Promise<Uint8Array> | undefined
  return keyProtector('system', () => {
    asked ??= findOrMake(store).catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  })
}
