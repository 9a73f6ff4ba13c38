import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

import type { Keyring } from '../../../shared/sync/index.ts'
import { openBytes, sealBytes } from '../keys/aead.ts'

/** The key of one sealed backup. Every method that opens throws when the bytes are not what was sealed. */
export type BackupKey = {
  /** Lines of a table, several together, as one line without its newline. */
  sealLines: (file: string, index: number, lines: Uint8Array) => Buffer
  openLines: (file: string, index: number, sealed: Buffer) => Buffer
  sealFile: (bytes: Uint8Array) => Buffer
  openFile: (sealed: Uint8Array) => Buffer
  /** Proves that a manifest is of who has the key: 64 hex digits over its text. */
  proofOf: (manifest: string) => string
  isProof: (manifest: string, proof: string) => boolean
}

/** Lines sealed together unpack to at most this many bytes: one record, as long as it may be, and some more. */
const MAX_LINES = 48 * 1024 * 1024
/** Fast rather than small, as in a plain backup. */
const LEVEL = 4

/** @param own the key for backups, of the book's key */
export const backupKey = (own: Uint8Array): BackupKey => {
  const proofOf = (manifest: string) => createHmac('sha256', own).update(`manifest\n${manifest}`).digest('hex')
  // Bound to its place, so that tables and their parts can't change places unseen.
  const placeOf = (file: string, index: number) => `lines ${index} ${file}`
  return {
    sealLines: (file, index, lines) => {
      const sealed = sealBytes(own, placeOf(file, index), deflateRawSync(lines, { level: LEVEL }))
      return Buffer.from(`"${sealed.toString('base64')}"`, 'latin1')
    },
    openLines: (file, index, sealed) => {
      const bytes = Buffer.from(sealed.toString('latin1', 1, sealed.length - 1), 'base64')
      return inflateRawSync(openBytes(own, placeOf(file, index), bytes), { maxOutputLength: MAX_LINES })
    },
    sealFile: (bytes) => sealBytes(own, 'file', bytes),
    openFile: (sealed) => openBytes(own, 'file', sealed),
    proofOf,
    isProof: (manifest, proof) => timingSafeEqual(Buffer.from(proofOf(manifest)), Buffer.from(proof)),
  }
}

/** How the backups of a book with a key are made. */
export type BackupSeal = {
  /** Whether new backups are sealed. */
  readonly seals: boolean
  /** Stands in each, so that it opens elsewhere with the passphrase or recovery key of its time. */
  keyring: () => Keyring
  key: BackupKey
}
