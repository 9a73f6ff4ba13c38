import { z } from 'zod'

import { AppError } from '../../../../shared/app-error.ts'
import { decodeLine } from '../../lines/line.ts'
import { headerSchema, MAGIC, MAGIC_START, type SyncFileHeader } from './format.ts'

const formatSchema = z.object({ head: z.object({ format: z.int().min(2) }) })

/**
 * The header in the first bytes of a sync file, and where it ends.
 * @throws AppError `syncFileOther`, `syncFileDamaged`, `newerFormat`
 */
export const readHeader = (bytes: Buffer): { header: SyncFileHeader; end: number } => {
  const magic = bytes.subarray(0, MAGIC.length)
  if (!magic.equals(MAGIC)) {
    const later =
      magic.toString('latin1').startsWith(MAGIC_START) &&
      /^[2-9]\d*\n?$/.test(magic.toString('latin1', MAGIC_START.length))
    throw new AppError(later ? 'newerFormat' : 'syncFileOther')
  }
  const end = bytes.indexOf('\n', MAGIC.length)
  const json = end < 0 ? undefined : decodeLine(bytes.subarray(MAGIC.length, end))
  if (json === undefined) throw new AppError('syncFileDamaged')
  let value: unknown
  try {
    value = JSON.parse(json.toString('utf8'))
  } catch (error) {
    throw new AppError('syncFileDamaged', {}, error)
  }
  if (formatSchema.safeParse(value).success) throw new AppError('newerFormat')
  const header = headerSchema.safeParse(value)
  if (!header.success) throw new AppError('syncFileDamaged')
  return { header: header.data, end: end + 1 }
}
