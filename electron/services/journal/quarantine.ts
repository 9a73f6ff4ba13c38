import { createHash } from 'node:crypto'
import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { listFolder, replaceFile } from '../disk/files.ts'

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
