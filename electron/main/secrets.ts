import { safeStorage } from 'electron'

import type { Protector } from '../services/secrets/protector.ts'

/** Starts what Chromium's os_crypt seals on Linux with a password that stands in its source: no protection at all. */
const FIXED_PASSWORD = 'v10'

const isFixed = (sealed: Buffer): boolean =>
  process.platform === 'linux' && sealed.toString('latin1', 0, FIXED_PASSWORD.length) === FIXED_PASSWORD

const seal = async (text: string): Promise<Buffer> => {
  const sealed = await safeStorage.encryptStringAsync(text)
  if (isFixed(sealed)) throw new Error('the key store of this system gives no key')
  return sealed
}

const isStoreHere = async (): Promise<boolean> => {
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
    return false
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  await seal('')
  return true
}

/**
 * The key store of the system, through Electron; asked once the app is ready. Undefined where there is none, or one
 * that protects nothing: then nothing is kept.
 */
export const systemProtector = async (): Promise<Protector | undefined> => {
  if (!(await isStoreHere().catch(() => false))) return undefined
  return {
    name: 'system',
    protect: (bytes) => seal(Buffer.from(bytes).toString('base64')),
    unprotect: async (bytes) => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
      return Buffer.from(result, 'base64')
    },
  }
}
