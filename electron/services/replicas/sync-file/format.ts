import { crc32 } from 'node:zlib'
import { z } from 'zod'

import { MAX_ATTACHMENT } from '../../../../shared/desktop-api.ts'
import { targetHeadSchema } from '../../../../shared/sync/index.ts'

/**
 * A sync file: a whole book in one file, to be carried from one computer to another.
 * The magic line; a checksummed line with the head and the file's own id; then frames, each with a head of its own:
 * `FBSf`, kind (1 byte), index, length, count (4 bytes each, big endian), CRC-32 of these. What a frame holds:
 * `R` records as gzipped NDJSON, `count` of them; `B` an attachment behind its SHA-256; `E`, the last, nothing.
 * In a sealed book's file each is sealed, bound to the file, its index, kind and count: frames can't be taken away,
 * doubled, moved or made up unnoticed, and without the last one the file was cut off.
 */
export const MAGIC_START = 'FAIRBOOK SYNC '
export const MAGIC = Buffer.from(`${MAGIC_START}1\n`)

/** The ending of its name. */
export const SYNC_FILE_ENDING = '.fairbook-sync'

export const MAX_HEADER = 64 * 1024

export const headerSchema = z.object({
  head: targetHeadSchema,
  /** Drawn anew for each file. */
  file: z.string().regex(/^[0-9a-f]{16}$/),
})
export type SyncFileHeader = z.infer<typeof headerSchema>

/** A record's line has at most so many bytes, as in the journal; so what records are gathered in has this bound. */
export const MAX_RECORDS_BYTES = 40 * 1024 * 1024
/** Records are gathered until they have so many bytes. */
export const GATHER_BYTES = 256 * 1024

const kinds = ['R', 'B', 'E'] as const
export type FrameKind = (typeof kinds)[number]

/** What stands before a frame. `index` counts all frames from 0, `length` is in bytes. */
export type FrameHead = { kind: FrameKind; index: number; length: number; count: number }

const MOST: Record<FrameKind, number> = { R: MAX_RECORDS_BYTES, B: MAX_ATTACHMENT + 1_024, E: 1_024 }

export const FRAME_MARK = Buffer.from('FBSf')
const SUM_AT = FRAME_MARK.length + 1 + 3 * 4
export const FRAME_HEAD = SUM_AT + 4

export const printFrameHead = ({ kind, index, length, count }: FrameHead): Buffer => {
  const bytes = Buffer.alloc(FRAME_HEAD)
  FRAME_MARK.copy(bytes)
  bytes.write(kind, FRAME_MARK.length, 'latin1')
  for (const [place, number] of [index, length, count].entries())
    bytes.writeUInt32BE(number, FRAME_MARK.length + 1 + 4 * place)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, SUM_AT)), SUM_AT)
  return bytes
}

/** The head of a frame in bytes that begin with one; undefined for any others. */
export const parseFrameHead = (bytes: Buffer): FrameHead | undefined => {
  if (bytes.length < FRAME_HEAD || !bytes.subarray(0, FRAME_MARK.length).equals(FRAME_MARK)) return undefined
  if (bytes.readUInt32BE(SUM_AT) !== crc32(bytes.subarray(0, SUM_AT))) return undefined
  const kind = kinds.find((one) => one === String.fromCharCode(bytes[FRAME_MARK.length] ?? 0))
  const [index, length, count] = [0, 1, 2].map((place) => bytes.readUInt32BE(FRAME_MARK.length + 1 + 4 * place))
  if (kind === undefined || index === undefined || length === undefined || count === undefined) return undefined
  return length <= MOST[kind] ? { kind, index, length, count } : undefined
}
