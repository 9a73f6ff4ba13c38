import { hkdfSync } from 'node:crypto'

/** What a key of its own is made for. A name is part of the stored data: it never changes its meaning. */
export type Purpose =
  | 'record ids'
  | 'records'
  | 'blob names'
  | 'blobs'
  | 'journal lines'
  | 'snapshot lines'
  | 'quarantine'
  | 'attachment names'
  | 'attachments'
  | 'backups'
  | 'window rows'
  | 'sync file'
  | 'secrets'
  | 'settings'

/** Bytes of every key. */
export const KEY_BYTES = 32

/** The key for one purpose, 32 bytes, from the book's key: HKDF with SHA-256 (RFC 5869). None tells of another. */
export const subkey = (key: Uint8Array, purpose: Purpose): Uint8Array => {
  if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes, not ${key.length}`)
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `fairbook 1 ${purpose}`, KEY_BYTES))
}
