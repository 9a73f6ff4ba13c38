import { z } from 'zod'

import type { Disk } from '../../disk/disk.ts'
import { fingerprint, PRINT_BYTES } from '../../journal/cursor.ts'
import { decodeLine, encodeLine } from '../../lines/line.ts'
import { keyOf, type RecordsFile } from './listing.ts'
import type { Vector } from './vector.ts'

const coverSchema = z.tuple([z.string().max(250), z.int().min(0), z.string().max(8)])
const firstLineSchema = z.object({ covers: z.array(coverSchema).max(1_000) })

/** A file that another one replaces: its name, its size, and the print of its end. */
export type Cover = z.infer<typeof coverSchema>

const START = '{"covers":'
const MAX_FIRST_LINE = 128 * 1024

/** Whether a line's JSON is the first line of a file that replaces others. */
export const isCovers = (json: Buffer): boolean => json.toString('latin1', 0, START.length) === START

export const coversLine = (covers: readonly Cover[]): string => encodeLine(JSON.stringify({ covers }))

/** Bytes of a file; fewer where it ends before. */
export const bytesAt = async (disk: Disk, path: string, from: number, length: number): Promise<Buffer> => {
  const file = await disk.open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The print of a place in a file: of the bytes before it. */
export const printAt = async (disk: Disk, path: string, offset: number): Promise<string> => {
  const length = Math.min(PRINT_BYTES, offset)
  return fingerprint(length === 0 ? Buffer.alloc(0) : await bytesAt(disk, path, offset - length, length))
}

/** What a file says that it replaces; undefined for one that replaces none, or whose first line is not whole. */
export const readCovers = async (disk: Disk, { path, size }: RecordsFile): Promise<Cover[] | undefined> => {
  const start = await bytesAt(disk, path, 0, Math.min(size, MAX_FIRST_LINE))
  const json = decodeLine(start.subarray(0, Math.max(0, start.indexOf('\n'))))
  if (json === undefined || !isCovers(json)) return undefined
  try {
    return firstLineSchema.safeParse(JSON.parse(json.toString('utf8'))).data?.covers
  } catch {
    return undefined
  }
}

/** Whether a reader has seen all of these to their end, without a flaw: then what replaces them is nothing new. */
export const sawAll = (vector: Vector, device: string, covers: readonly Cover[], mine: ReadonlySet<string>): boolean =>
  covers.every(([name, end, print]) => {
    if (mine.has(name)) return true
    const position = vector.files.get(keyOf(device, name))
    if (position === undefined || position === 'all') return position === 'all'
    return position.offset === end && position.print === print && position.flaw === undefined
  })
