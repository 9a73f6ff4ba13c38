import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'

import type { Disk, DiskFile } from '../disk/disk.ts'
import { syncFolder, writeAll } from '../disk/files.ts'
import type { Header } from '../journal/header.ts'
import { decodeLine, encodeLine, encodePieces } from '../lines/line.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import type { Entries } from './source.ts'

/** The first line: whose records these are, and that they hold all of the journal up to a segment's byte `end`. */
export type SnapshotHeader = Header & { covers: number; end: number }

const footerSchema = z.object({ records: z.int().min(0), sum: z.int().min(0) })
type Footer = z.infer<typeof footerSchema>

const FLUSH_BYTES = 512 * 1024
const FOOTER_BYTES = 256
const CHECK_BYTES = 1024 * 1024

const writeEntries = async (
  file: DiskFile,
  header: SnapshotHeader,
  entries: Entries,
  codec: LineCodec,
  signal: AbortSignal,
) => {
  let pieces: Uint8Array[] = [Buffer.from(encodeLine(JSON.stringify(header)))]
  let [held, size, sum, records] = [pieces[0]?.length ?? 0, 0, 0, 0]
  const flush = async () => {
    const bytes = Buffer.concat(pieces)
    sum = crc32(bytes, sum)
    await writeAll(file, bytes, size)
    size += bytes.length
    pieces = []
    held = 0
  }
  for await (const batch of entries) {
    signal.throwIfAborted()
    for (const { json } of batch) {
      for (const piece of encodePieces(codec.encode(json))) {
        pieces.push(piece)
        held += piece.length
      }
      records += 1
      if (held >= FLUSH_BYTES) await flush()
    }
  }
  await flush()
  const footer = Buffer.from(encodeLine(JSON.stringify({ records, sum } satisfies Footer)))
  await writeAll(file, footer, size)
  return size + footer.length
}

/**
 * Writes a snapshot beside its place and makes it durable, then renames it over.
 * @returns its size in bytes
 */
export const writeSnapshot = async (
  disk: Disk,
  folder: string,
  name: string,
  header: SnapshotHeader,
  entries: Entries,
  codec: LineCodec,
  signal: AbortSignal,
): Promise<number> => {
  const beside = join(folder, `${name}.part`)
  const file = await disk.open(beside, 'w')
  let size: number
  try {
    size = await writeEntries(file, header, entries, codec, signal)
    await file.sync()
  } catch (error) {
    await file.close()
    await disk.rm(beside, { force: true })
    throw error
  }
  await file.close()
  await disk.rename(beside, join(folder, name))
  await syncFolder(disk, folder)
  return size
}

const readFooter = async (file: DiskFile, size: number): Promise<{ footer: Footer; at: number } | undefined> => {
  const { buffer, bytesRead } = await file.read(
    Buffer.alloc(Math.min(FOOTER_BYTES, size)),
    0,
    Math.min(FOOTER_BYTES, size),
    Math.max(0, size - FOOTER_BYTES),
  )
  const tail = buffer.subarray(0, bytesRead)
  const start = tail.lastIndexOf('\n', tail.length - 2) + 1
  const json = decodeLine(tail.subarray(start, -1))
  if (json === undefined || tail.at(-1) !== 10) return undefined
  const parsed = footerSchema.safeParse(JSON.parse(json.toString()))
  return parsed.success ? { footer: parsed.data, at: size - tail.length + start } : undefined
}

/** How each plain record begins; no sealed line has these bytes. */
const PLAIN_RECORD = Buffer.from('{"data":{"table":')

/**
 * How many records an unharmed snapshot has; undefined when any byte of it has changed, and for plain records where all
 * are to be sealed: who writes those can reckon a sum too. Reads without parsing.
 */
export const checkSnapshot = async (
  disk: Disk,
  path: string,
  size: number,
  { onlySealed }: Pick<LineCodec, 'onlySealed'>,
): Promise<number | undefined> => {
  const file = await disk.open(path, 'r')
  try {
    const found = await readFooter(file, size)
    if (found === undefined) return undefined
    const chunk = Buffer.allocUnsafe(CHECK_BYTES)
    let sum = 0
    let before: Buffer = Buffer.alloc(0)
    for (let at = 0; at < found.at; ) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(CHECK_BYTES, found.at - at), at)
      if (bytesRead === 0) return undefined
      const bytes = chunk.subarray(0, bytesRead)
      sum = crc32(bytes, sum)
      // One may lie across two chunks.
      const seam = Buffer.concat([before, bytes.subarray(0, PLAIN_RECORD.length)])
      if (onlySealed && (bytes.includes(PLAIN_RECORD) || seam.includes(PLAIN_RECORD))) return undefined
      before = Buffer.from(bytes.subarray(-PLAIN_RECORD.length))
      at += bytesRead
    }
    return sum === found.footer.sum ? found.footer.records : undefined
  } finally {
    await file.close()
  }
}
