import { AppError } from '../../../shared/app-error.ts'
import type { Keyring } from '../../../shared/sync/index.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { onDisk } from '../disk/errors.ts'
import type { Attempts } from '../keys/attempts.ts'
import { type KeyringSource, openKeyring } from '../keys/keyring.ts'
import { subkey } from '../keys/subkey.ts'
import { type AtRest, inTheOpen, sealedAtRest } from './at-rest.ts'
import { isProven, type KeyFile, mendKeyFile, proven, readKeyFile, removeKeyFile, writeKeyFile } from './key-file.ts'
import { type Prove, settingsProof } from './settings-proof.ts'

/** What is written down of a lock, without what proves it. */
export type LockNote = Omit<KeyFile, 'format' | 'proof'>

/** Keeps the key of a locked book while it is open, and `lock.json`. */
export type LockKeeper = {
  /** What is written down now; undefined for a book without a lock. @throws AppError `keysDamaged`, `newerFormat` */
  read: () => Promise<LockNote | undefined>
  /**
   * The same, made with the key at hand: nothing is done or written anew by the word of who has not the key.
   * @throws AppError `locked`, `keysDamaged`, `newerFormat`
   */
  note: () => Promise<LockNote | undefined>
  /** Whether there is a lock whose key is not at hand. What can't be read counts as locked. */
  isLocked: () => Promise<boolean>
  /** How the files are to be read and written now. @throws AppError `locked`, `keysDamaged`, `newerFormat` */
  atRest: () => Promise<AtRest>
  /** Takes the key out of its ring. @throws AppError `wrongPassphrase`, `tooManyAttempts`, `keysDamaged` */
  unlock: (source: KeyringSource) => Promise<void>
  /** Takes up the key of a lock that is about to be written down. */
  take: (keyring: Keyring, key: Uint8Array) => void
  /** The key at hand. @throws AppError `locked` */
  key: () => Uint8Array
  /** Proves what stands beside the lock; undefined for a book without one. @throws AppError as `note` */
  proof: () => Promise<{ prove: Prove; required: boolean } | undefined>
  /** The key for the window's own copy; undefined without a lock, or without its key at hand. */
  rowKey: () => Promise<Uint8Array<ArrayBuffer> | undefined>
  write: (note: LockNote) => Promise<void>
  /** Writes what was lost of the two files. */
  mend: () => Promise<void>
  /** Takes the lock off for good. */
  remove: () => Promise<void>
  /** Overwrites the key. */
  forget: () => void
}

export type KeeperOptions = {
  disk: Disk
  paths: FolderPaths
  attempts: Attempts
}

export const createLockKeeper = ({ disk, paths, attempts }: KeeperOptions): LockKeeper => {
  let key: Uint8Array | undefined
  let keyring: Keyring | undefined

  const forget = (): void => {
    key?.fill(0)
    key = undefined
  }

  const read = async (): Promise<KeyFile | undefined> => {
    const file = await onDisk(paths.root, 'reading', () => readKeyFile(disk, paths))
    // Another program may have locked the book anew since. While a lock is being set, its key is there before its file.
    if (file === undefined) return undefined
    if (key !== undefined && file.keyring.keyId !== keyring?.keyId) forget()
    else keyring = file.keyring
    return file
  }

  const theKey = (): Uint8Array => {
    if (key === undefined) throw new AppError('locked')
    return key
  }

  const note = async (): Promise<KeyFile | undefined> => {
    const file = await read()
    if (file !== undefined && !isProven(theKey(), file)) throw new AppError('keysDamaged')
    return file
  }

  const theKeyring = (): Keyring => {
    if (keyring === undefined) throw new AppError('locked')
    return keyring
  }

  return {
    read,
    note,
    isLocked: async () => {
      const file = await read().catch(() => 'unreadable' as const)
      return file !== undefined && key === undefined
    },
    atRest: async () => {
      const file = await note()
      return file === undefined ? inTheOpen : sealedAtRest(theKey(), theKeyring, file.state)
    },
    unlock: async (source) => {
      const file = await read()
      if (file === undefined) return
      const opened = await attempts.guard(() => openKeyring(file.keyring, source))
      if (!isProven(opened, file)) throw new AppError('keysDamaged')
      forget()
      key = opened
      keyring = file.keyring
    },
    take: (ring, own) => {
      forget()
      key = own
      keyring = ring
    },
    key: theKey,
    proof: async () => {
      const file = await note()
      return file && { prove: settingsProof(theKey), required: file.sync === 'proven' }
    },
    rowKey: async () => {
      const file = await read()
      // A key without a lock is of one that was not written down, or is gone: nothing would open with it tomorrow.
      return file && key && new Uint8Array(subkey(key, 'window rows'))
    },
    write: async (next) => {
      await writeKeyFile(disk, paths, proven(theKey(), next))
      keyring = next.keyring
    },
    mend: async () => {
      const file = await readKeyFile(disk, paths)
      if (file !== undefined) await mendKeyFile(disk, paths, file)
    },
    remove: async () => {
      await removeKeyFile(disk, paths)
      await disk.rm(paths.attempts, { force: true })
    },
    forget,
  }
}
