import { createHmac } from 'node:crypto'

import { openBytes, SEAL_BYTES, SealBroken, sealBytes } from '../keys/aead.ts'

/**
 * How attachments of a locked book stand in its folder. A sealed file is the sealed hash of its content, then the
 * content, sealed too: so a name tells nothing, and all hashes can be listed without reading the contents.
 */
export type AttachmentSeal = {
  /** Whether new files are sealed; both kinds are read. */
  readonly seals: boolean
  /** The name of a sealed file: 64 hex digits. */
  nameOf: (sha256: string) => string
  seal: (sha256: string, bytes: Uint8Array) => Buffer
  /** The hash in a file's first `HEAD_BYTES`; undefined where they do not open. */
  hashIn: (name: string, head: Uint8Array) => string | undefined
  /** Undefined for what does not open. */
  open: (sha256: string, sealed: Uint8Array) => Buffer | undefined
}

const HASH_BYTES = 32
export const HEAD_BYTES = HASH_BYTES + SEAL_BYTES
/** What sealing adds to the size of a file. */
export const ATTACHMENT_SEAL_BYTES = HEAD_BYTES + SEAL_BYTES

const opened = (key: Uint8Array, aad: string, sealed: Uint8Array): Buffer | undefined => {
  try {
    return openBytes(key, aad, sealed)
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}

/** @param names the key for names, `contents` that for what the files hold */
export const attachmentSeal = (names: Uint8Array, contents: Uint8Array, seals: boolean): AttachmentSeal => {
  const nameOf = (sha256: string) => createHmac('sha256', names).update(sha256).digest('hex')
  return {
    seals,
    nameOf,
    seal: (sha256, bytes) => {
      const name = nameOf(sha256)
      const head = sealBytes(contents, `hash ${name}`, Buffer.from(sha256, 'hex'))
      return Buffer.concat([head, sealBytes(contents, `bytes ${name}`, bytes)])
    },
    hashIn: (name, head) => opened(contents, `hash ${name}`, head)?.toString('hex'),
    open: (sha256, sealed) => opened(contents, `bytes ${nameOf(sha256)}`, sealed.subarray(HEAD_BYTES)),
  }
}
