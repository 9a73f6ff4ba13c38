import { AppError } from '../../../shared/app-error.ts'
import type { Disk } from '../disk/disk.ts'
import { decodeLine, rescueLines } from '../lines/line.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import { readLines } from '../lines/read-lines.ts'
import { recordKey } from '../lines/record-line.ts'
import { type Header, parseHeader } from './header.ts'

/** What one file of records looks like, line by line. */
export type Inspection = {
  header: Header | undefined
  /** Records that can be read. */
  records: number
  /** Lines with a changed byte, or sealed and not to be opened, as found. */
  damaged: Buffer[]
  /** What stands behind the last newline. */
  tail: Buffer
  /** The offset where `tail` begins. */
  end: number
}

/** Files of another key are whole but not readable: to set their lines aside as damaged would lose the book. */
const headerIn = (json: Buffer, codec: LineCodec): Header | undefined => {
  const header = parseHeader(json)
  if (header?.key !== undefined && header.key !== codec.keyId) throw new AppError('keysDamaged')
  return header
}

/**
 * Checks every line of a file against its checksum.
 * @throws AppError `newerFormat`, `keysDamaged` when it is sealed with another key; errors of the file system as they are
 */
export const inspectFile = async (disk: Disk, path: string, size: number, codec: LineCodec): Promise<Inspection> => {
  const result: Inspection = { header: undefined, records: 0, damaged: [], tail: Buffer.alloc(0), end: 0 }
  const take = (json: Buffer) => {
    if (recordKey(json) !== undefined) result.records += 1
    else result.header ??= headerIn(json, codec)
  }
  for await (const lines of readLines(disk, path, 0, size))
    for (const line of lines) {
      if (!line.terminated) {
        result.tail = line.bytes
        continue
      }
      result.end = line.next
      const data = decodeLine(line.bytes)
      const json = data && codec.decode(data)
      if (json !== undefined) take(json)
      else {
        // A copy: the line is kept, the chunk it was read in is not.
        result.damaged.push(Buffer.from(line.bytes))
        for (const rescued of data === undefined ? rescueLines(line.bytes) : []) {
          const inside = codec.decode(rescued)
          if (inside !== undefined) take(inside)
        }
      }
    }
  return result
}
