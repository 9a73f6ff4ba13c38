import { createHash } from 'node:crypto'
import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { listFolder, readWhole, replaceFile } from '../disk/files.ts'

const NEWLINE = Buffer.from('\n')

/**
 * Keeps damaged lines as they were found, one file for each place they came from. The name holds their hash: the same
 * damage found again at the next start is not kept twice.
 */
export const setAside = async (disk: Disk, folder: string, from: string, lines: readonly Buffer[]): Promise<void> => {
  const bytes = Buffer.concat(lines.flatMap((line) => [line, NEWLINE]))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const name = `${from}-${hash}.ndjson`
  await disk.mkdir(folder, { recursive: true })
  if (!(await listFolder(disk, folder)).includes(name)) await replaceFile(disk, join(folder, name), bytes)
}

/** Takes the lines that hold one of these texts out of all files kept here; a file of which nothing is left goes. */
export const forgetLines = async (disk: Disk, folder: string, texts: readonly string[]): Promise<void> => {
  for (const name of await listFolder(disk, folder)) {
    const path = join(folder, name)
    const bytes = await readWhole(disk, path)
    if (bytes === undefined) continue
    // Byte by byte as one letter each: a damaged line need not be text.
    const lines = bytes.toString('latin1').split('\n')
    const wanted = texts.map((text) => Buffer.from(text).toString('latin1'))
    const kept = lines.filter((line) => !wanted.some((text) => line.includes(text)))
    if (kept.length === lines.length) continue
    if (kept.every((line) => line === '')) await disk.rm(path, { force: true })
    else await replaceFile(disk, path, Buffer.from(kept.join('\n'), 'latin1'))
  }
}
