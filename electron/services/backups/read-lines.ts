import type { ArchiveIn } from './archive-in.ts'
import type { BackupKey } from './seal.ts'

/** The longest line, in bytes: a record of the largest size, and what sealing it costs. */
const MAX_LINE = 48 * 1024 * 1024
const NEWLINE = 10

async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = []
  let held = 0
  for await (const chunk of chunks) {
    const lines: Buffer[] = []
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      lines.push(Buffer.concat([...rest, chunk.subarray(start, end)]))
      rest = []
      held = 0
      start = end + 1
    }
    rest.push(chunk.subarray(start))
    held += chunk.length - start
    if (held > MAX_LINE) throw new Error('a line too long')
    if (lines.length > 0) yield lines
  }
  if (held > 0) throw new Error('an unfinished line')
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

async function* openLines(sealed: AsyncIterable<Buffer[]>, file: string, key: BackupKey): AsyncGenerator<Buffer[]> {
  let index = 0
  for await (const lines of sealed)
    for (const line of lines) {
      yield* splitLines(once(key.openLines(file, index, line)))
      index += 1
    }
}

/**
 * The lines of a table of an archive, some at a time: the bytes of one record's JSON each.
 * @param key of a sealed archive
 * @throws what is wrong with the bytes
 */
export async function* tableLines(
  archive: ArchiveIn,
  file: string,
  key: BackupKey | undefined,
): AsyncGenerator<Buffer[]> {
  const entry = archive.entries.get(file)
  if (entry === undefined) return
  const lines = splitLines(await archive.open(entry))
  yield* key === undefined ? lines : openLines(lines, file, key)
}
