import { AppError } from '../../../../shared/app-error.ts'
import { openBytes, sealBytes } from '../../keys/aead.ts'
import { keyIdOf } from '../../keys/key-id.ts'
import { subkey } from '../../keys/subkey.ts'
import type { FrameHead, SyncFileHeader } from './format.ts'

/** How what frames hold stands in the file: as it is, or sealed. */
export type FrameSeal = {
  seal: (frame: Omit<FrameHead, 'length'>, bytes: Uint8Array) => Uint8Array
  /** @throws SealBroken for what is not as it was written, or not in its place */
  open: (frame: FrameHead, bytes: Uint8Array) => Uint8Array
}

const plain: FrameSeal = { seal: (_, bytes) => bytes, open: (_, bytes) => bytes }

/**
 * The seal of a file with this header: a sealed book's file is never written or read in the open.
 * @param key the book's, 32 bytes
 * @throws AppError `syncKeyMissing` when the file is sealed and this is not its key
 */
export const frameSeal = ({ head, file }: SyncFileHeader, key: Uint8Array | undefined): FrameSeal => {
  if (!head.sealed) return plain
  const keyId = head.keyring?.keyId
  if (key === undefined || keyId === undefined || keyIdOf(key) !== keyId) throw new AppError('syncKeyMissing')
  const own = subkey(key, 'sync file')
  const belongs = ({ kind, index, count }: Omit<FrameHead, 'length'>): string =>
    ['fairbook sync file 1', head.bookId, head.epoch, file, keyId, kind, index, count].join('\n')
  return {
    seal: (frame, bytes) => sealBytes(own, belongs(frame), bytes),
    open: (frame, bytes) => openBytes(own, belongs(frame), bytes),
  }
}
