import type { Disk } from '../disk/disk.ts'

/** A piece of a file between two newlines. `next` is the offset past its newline. */
export type Line = { bytes: Buffer; offset: number; next: number; terminated: boolean }

const CHUNK = 256 * 1024
/** Without a newline for this long it is not a line of ours; it is handed out in pieces, as damaged. */
const MAX_LINE = 64 * 1024 * 1024
const NEWLINE = 10

/** Reads the lines of a file from one offset (the start of a line) to another, some at a time. */
export async function* readLines(disk: Disk, path: string, from: number, to: number): AsyncGenerator<Line[]> {
  const file = await disk.open(path, 'r')
  try {
    let rest: Buffer = Buffer.alloc(0)
    let restAt = from
    for (let position = from; position < to; ) {
      // A long line is read in growing steps, so that joining its parts stays linear.
      const chunk = Buffer.allocUnsafe(Math.min(Math.max(CHUNK, rest.length), to - position))
      const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
      if (bytesRead === 0) break
      position += bytesRead
      const read = chunk.subarray(0, bytesRead)
      const bytes = rest.length === 0 ? read : Buffer.concat([rest, read])
      const lines: Line[] = []
      let start = 0
      for (let end = bytes.indexOf(NEWLINE, rest.length); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        const next = restAt + end + 1
        lines.push({ bytes: bytes.subarray(start, end), offset: restAt + start, next, terminated: true })
        start = end + 1
      }
      rest = bytes.subarray(start)
      restAt += start
      if (rest.length > MAX_LINE) {
        lines.push({ bytes: rest, offset: restAt, next: restAt + rest.length, terminated: true })
        restAt += rest.length
        rest = Buffer.alloc(0)
      }
      if (lines.length > 0) yield lines
    }
    if (rest.length > 0) yield [{ bytes: rest, offset: restAt, next: restAt + rest.length, terminated: false }]
  } finally {
    await file.close()
  }
}
