import { AppError } from '../../../shared/app-error.ts'
import { type KeyringSource, openKeyring } from '../keys/keyring.ts'
import { subkey } from '../keys/subkey.ts'
import { isSealedManifest, type Manifest } from './manifest.ts'
import { type BackupKey, type BackupSeal, backupKey } from './seal.ts'

/** The keys of backups that were opened since the start: of this book's lock, and of others whose passphrase was given. */
export type BackupKeys = {
  /**
   * The key of a backup called `name`; undefined for a plain one.
   * @throws AppError `backupSealed` with `name` when another key is needed, `wrongPassphrase`, `keysDamaged`
   */
  of: (manifest: Manifest, name: string, source: KeyringSource | undefined) => Promise<BackupKey | undefined>
}

export const createBackupKeys = (own: BackupSeal | undefined): BackupKeys => {
  const known = new Map<string, BackupKey>()
  return {
    of: async (manifest, name, source) => {
      if (!isSealedManifest(manifest)) return undefined
      const { keyring } = manifest
      const { keyId } = keyring
      if (own?.keyring().keyId === keyId) return own.key
      const before = known.get(keyId)
      if (before !== undefined) return before
      if (source === undefined) throw new AppError('backupSealed', { name })
      const key = await openKeyring(keyring, source)
      const opened = backupKey(subkey(key, 'backups'))
      key.fill(0)
      known.set(keyId, opened)
      return opened
    },
  }
}
