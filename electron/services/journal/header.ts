import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import { FORMAT } from '../book-folder/book-file.ts'

const formatSchema = z.object({ format: z.int().min(1) })

const headerSchema = z.object({
  format: z.literal(FORMAT),
  bookId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  /** Which life of the journal this is: places in files of another one mean nothing here. */
  epoch: z.string().regex(/^[0-9a-f]{8}$/),
  /** A snapshot's: it holds all of the journal up to this byte of this segment. */
  covers: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
})

/** The first line of a segment or a snapshot. */
export type Header = z.infer<typeof headerSchema>

/**
 * The header in a file's first line; undefined for anything else.
 * @throws AppError `newerFormat`
 */
export const parseHeader = (json: Buffer): Header | undefined => {
  if (!json.toString('latin1', 0, 10).startsWith('{"format":')) return undefined
  let value: unknown
  try {
    value = JSON.parse(json.toString('utf8'))
  } catch {
    return undefined
  }
  const format = formatSchema.safeParse(value)
  if (format.success && format.data.format > FORMAT) throw new AppError('newerFormat')
  const header = headerSchema.safeParse(value)
  return header.success ? header.data : undefined
}
