import type { Keyring } from '../../../shared/sync/index.ts'
import { type AttachmentSeal, attachmentSeal } from '../attachments/seal.ts'
import { type BackupSeal, backupKey } from '../backups/seal.ts'
import type { FolderCodecs } from '../book-folder/open-folder.ts'
import { type Purpose, subkey } from '../keys/subkey.ts'
import { plainLines } from '../lines/line-codec.ts'
import { sealedLines } from '../lines/sealed-lines.ts'
import type { KeyFile } from './key-file.ts'

/** How everything of a book stands in its data folder. */
export type AtRest = FolderCodecs & {
  attachments?: AttachmentSeal
  backups?: BackupSeal
  /** Overwrites the keys: nothing can be read or written with it any more. */
  forget: () => void
}

/** Of a book that is not locked. */
export const inTheOpen: AtRest = { lines: plainLines, aside: plainLines, forget: () => undefined }

/**
 * Of a book with a key: what is sealed is read, and what is written is sealed unless the lock is being taken off. Plain
 * records are read only while the files are written anew.
 * @param key 32 bytes; not kept
 * @param keyring the ways to it, as they are when a backup is made
 */
export const sealedAtRest = (key: Uint8Array, keyring: () => Keyring, state: KeyFile['state']): AtRest => {
  const { keyId } = keyring()
  const seals = state !== 'opening'
  const keys: Uint8Array[] = []
  const of = (purpose: Purpose): Uint8Array => {
    const own = subkey(key, purpose)
    keys.push(own)
    return own
  }
  return {
    lines: sealedLines(of('journal lines'), keyId, seals, state === 'sealed'),
    aside: sealedLines(of('quarantine'), keyId, seals),
    attachments: attachmentSeal(of('attachment names'), of('attachments'), seals),
    backups: { seals, keyring, key: backupKey(of('backups')) },
    forget: () => {
      for (const own of keys) own.fill(0)
    },
  }
}
