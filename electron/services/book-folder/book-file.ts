import { randomBytes } from 'node:crypto'
import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole, replaceFile } from '../disk/files.ts'
import { parseVersioned } from '../disk/versioned.ts'

/** The version of the data folder's layout that this program writes, and the newest it can read. */
export const FORMAT = 1

const bookSchema = z.object({
  format: z.literal(FORMAT),
  bookId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  // Stands in every stamp, behind a dot.
  deviceId: z.string().regex(/^[0-9a-zA-Z-]{1,40}$/),
})

export type BookFile = z.infer<typeof bookSchema>

/** Ten base-36 digits, 50 bits: short, because it stands in every stamp. */
export const newDeviceId = (): string => Array.from(randomBytes(10), (byte) => (byte % 36).toString(36)).join('')

/**
 * Reads `book.json`; undefined where there is none or it makes no sense, which a crash can't cause but a disk can.
 * @throws AppError `newerFormat`
 */
export const readBookFile = async (disk: Disk, path: string): Promise<BookFile | undefined> => {
  const bytes = await readWhole(disk, path)
  if (bytes === undefined) return undefined
  const book = parseVersioned(bytes, FORMAT, bookSchema)
  if (book === 'newer') throw new AppError('newerFormat')
  return book
}

export const writeBookFile = (disk: Disk, path: string, book: BookFile): Promise<void> =>
  replaceFile(disk, path, Buffer.from(`${JSON.stringify(book, null, 2)}\n`))
