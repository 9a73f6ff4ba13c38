import type { Disk } from '../disk/disk.ts'
import { decodeLine, rescueLines } from '../lines/line.ts'
import { readLines } from '../lines/read-lines.ts'
import { recordKey } from '../lines/record-line.ts'
import { type Header, parseHeader } from './header.ts'

/** What one file of records looks like, line by line. */
export type Inspection = {
  header: Header | undefined
  /** Records that can be read. */
  records: number
  /** Lines with a changed byte, as found. */
  damaged: Buffer[]
  /** What stands behind the last newline. */
  tail: Buffer
  /** The offset where `tail` begins. */
  end: number
}

/**
 * Checks every line of a file against its checksum.
 * @throws AppError `newerFormat`; errors of the file system as they are
 */
export const inspectFile = async (disk: Disk, path: string, size: number): Promise<Inspection> => {
  const result: Inspection = { header: undefined, records: 0, damaged: [], tail: Buffer.alloc(0), end: 0 }
  const take = (json: Buffer) => {
    if (recordKey(json) !== undefined) result.records += 1
    else result.header ??= parseHeader(json)
  }
  for await (const lines of readLines(disk, path, 0, size))
    for (const line of lines) {
      if (!line.terminated) {
        result.tail = line.bytes
        continue
      }
      result.end = line.next
      const json = decodeLine(line.bytes)
      if (json !== undefined) take(json)
      else {
        // A copy: the line is kept, the chunk it was read in is not.
        result.damaged.push(Buffer.from(line.bytes))
        rescueLines(line.bytes).forEach(take)
      }
    }
  return result
}
