import type { Aside, RecordState } from '../../../shared/change/index.ts'
import { MAX_ATTACHMENT } from '../../../shared/desktop-api.ts'

/** The largest attachment as it stands at a target, in bytes: padding adds at most a megabyte, sealing a few bytes. */
export const MAX_ENCODED_BLOB = MAX_ATTACHMENT + 2 * 1024 * 1024

/** A record as it stands at a target, as JSON holds it: `{ record }` in the open, `{ sealed, key }` sealed. */
export type EncodedRecord = Readonly<Record<string, unknown>>

/** Why something at a target could not be read as a record. */
export class UnreadableRecord extends Error {
  readonly reason: Aside['reason']

  constructor(reason: Aside['reason'], cause?: unknown) {
    super(reason, { cause })
    this.name = 'UnreadableRecord'
    this.reason = reason
  }
}

/** How record states stand at a target: in the open or sealed. Bytes (attachments) go the same way. */
export type RecordCodec = {
  readonly sealed: boolean
  /** The record's id at the target: the same for the same record on every device; starts with a letter, at most 320. */
  idOf: (table: string, id: string) => string
  encode: (state: RecordState) => EncodedRecord
  /** @throws UnreadableRecord; also for a record that stands under another one's id */
  decode: (id: string, encoded: unknown) => RecordState
  /** The name of an attachment at the target, from its SHA-256: letters, digits, `_` and `-`. */
  blobName: (sha256: string) => string
  encodeBlob: (sha256: string, bytes: Uint8Array) => Uint8Array
  /** @throws UnreadableRecord when these are not the bytes of this hash */
  decodeBlob: (sha256: string, encoded: Uint8Array) => Uint8Array
}
