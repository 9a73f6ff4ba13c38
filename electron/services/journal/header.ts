import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import { parseVersioned } from '../disk/versioned.ts'
import type { LineCodec } from '../lines/line-codec.ts'

/** Of plain files, and of sealed ones: a program that knows nothing of sealing must not take their lines for damage. */
const PLAIN = 1
const SEALED = 2

const headerSchema = z.object({
  format: z.union([z.literal(PLAIN), z.literal(SEALED)]),
  bookId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  /** Which life of the journal this is: places in files of another one mean nothing here. */
  epoch: z.string().regex(/^[0-9a-f]{8}$/),
  /** A snapshot's: it holds all of the journal up to this byte of this segment. */
  covers: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  /** The key that the lines are sealed with; absent: they are plain. */
  key: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
})

/** The first line of a segment or a snapshot. */
export type Header = z.infer<typeof headerSchema>

/** The header of files that `codec` writes. */
export const headerOf = <T extends Omit<Header, 'format' | 'key'>>(codec: LineCodec, rest: T): T & Header => ({
  format: codec.seals ? SEALED : PLAIN,
  ...rest,
  ...(codec.seals && codec.keyId !== undefined && { key: codec.keyId }),
})

/** Whether a file with this header holds what `codec` writes, sealed with the same key or plain. */
export const isWrittenBy = (codec: LineCodec, header: Header | undefined): boolean =>
  header !== undefined && header.key === (codec.seals ? codec.keyId : undefined)

/**
 * The header in a file's first line; undefined for anything else.
 * @throws AppError `newerFormat`
 */
export const parseHeader = (json: Buffer): Header | undefined => {
  if (!json.toString('latin1', 0, 10).startsWith('{"format":')) return undefined
  const header = parseVersioned(json, SEALED, headerSchema)
  if (header === 'newer') throw new AppError('newerFormat')
  return header
}
