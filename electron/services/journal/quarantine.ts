import { createHash } from 'node:crypto'
import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { listFolder, readWhole, replaceFile } from '../disk/files.ts'
import { decodeLine, encodePieces } from '../lines/line.ts'
import { isSealed, type LineCodec } from '../lines/line-codec.ts'

const NEWLINE = Buffer.from('\n')

const splitLines = (bytes: Buffer): Buffer[] => {
  const lines: Buffer[] = []
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  if (start < bytes.length) lines.push(bytes.subarray(start))
  return lines
}

/** A line as it was found, out of the seal it was put in here. */
const asFound = (line: Buffer, codec: LineCodec): Buffer => {
  const data = decodeLine(line)
  // Where there is no key, what is sealed stays as it is: nothing here is ever read back into the book.
  if (data === undefined || !isSealed(data) || codec.keyId === undefined) return line
  return codec.decode(data) ?? line
}

const toBytes = (lines: readonly Buffer[], codec: LineCodec): Buffer =>
  Buffer.concat(
    lines.flatMap((line) => (codec.seals && line.length > 0 ? encodePieces(codec.encode(line)) : [line, NEWLINE])),
  )

const readLines = async (disk: Disk, path: string, codec: LineCodec): Promise<Buffer[] | undefined> => {
  const bytes = await readWhole(disk, path)
  return bytes && splitLines(bytes).map((line) => asFound(line, codec))
}

/**
 * Keeps damaged lines as they were found, one file for each place they came from. The name holds their hash: the same
 * damage found again at the next start is not kept twice.
 */
export const setAside = async (
  disk: Disk,
  folder: string,
  from: string,
  lines: readonly Buffer[],
  codec: LineCodec,
): Promise<void> => {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line).update(NEWLINE)
  const name = `${from}-${hash.digest('hex').slice(0, 12)}.ndjson`
  await disk.mkdir(folder, { recursive: true })
  if (!(await listFolder(disk, folder)).includes(name))
    await replaceFile(disk, join(folder, name), toBytes(lines, codec))
}

/** Whether a text in a damaged line would be found by looking for it. */
const isSearchable = (line: Buffer, codec: LineCodec): boolean =>
  !line.includes('{"data":"') && (codec.keyId === undefined || line.includes('"values":{'))

/**
 * Takes the lines that hold one of these texts out of all files kept here; a file of which nothing is left goes. A
 * damaged line of a sealed book can't be searched, so it goes too.
 */
export const forgetLines = async (
  disk: Disk,
  folder: string,
  texts: readonly string[],
  codec: LineCodec,
): Promise<void> => {
  const wanted = texts.map((text) => Buffer.from(text))
  for (const name of await listFolder(disk, folder)) {
    const path = join(folder, name)
    const lines = await readLines(disk, path, codec)
    if (lines === undefined) continue
    const kept = lines.filter((line) => isSearchable(line, codec) && !wanted.some((text) => line.includes(text)))
    if (kept.length === lines.length) continue
    if (kept.every((line) => line.length === 0)) await disk.rm(path, { force: true })
    else await replaceFile(disk, path, toBytes(kept, codec))
  }
}

/** Writes everything kept here anew, as `codec` writes it. */
export const rewriteAside = async (disk: Disk, folder: string, codec: LineCodec): Promise<void> => {
  for (const name of await listFolder(disk, folder)) {
    const path = join(folder, name)
    if (name.endsWith('.part')) await disk.rm(path, { force: true })
    else {
      const lines = await readLines(disk, path, codec)
      if (lines !== undefined) await replaceFile(disk, path, toBytes(lines, codec))
    }
  }
}
