import { dpapi } from './dpapi.ts'
import { type KeyStore, keyStoreProtector } from './key-store.ts'
import { keychain, secretService } from './key-stores.ts'
import type { Protector } from './protector.ts'
import { type RunCommand, runCommand } from './run-command.ts'

type System = { platform: NodeJS.Platform; systemRoot: string; run: RunCommand }

const here: System = {
  platform: process.platform,
  systemRoot: process.env['SystemRoot'] ?? 'C:\\Windows',
  run: runCommand,
}

/** The protector of a store that answers. Looking for the key does not make one. */
const ofAnswering = async (store: KeyStore): Promise<Protector | undefined> => {
  try {
    await store.find()
    return keyStoreProtector(store)
  } catch {
    return undefined
  }
}

/**
 * The key store of the system for a host without Electron: the keychain of macOS, the Secret Service of a Linux
 * desktop, Windows' DPAPI, each through the system's own command. Undefined where it does not answer: then nothing is
 * kept. Any program of the same user can ask it too: it protects from who takes the disk, not from who is logged in.
 */
export const systemProtector = async ({ platform, systemRoot, run } = here): Promise<Protector | undefined> => {
  if (platform === 'darwin') return ofAnswering(keychain(run))
  if (platform === 'linux') return ofAnswering(secretService(run))
  // To ask PowerShell at each start would cost a second: it is asked when there is something to keep.
  return platform === 'win32' ? dpapi(run, systemRoot) : undefined
}
