import type { Disk } from '../disk/disk.ts'
import { dataOf } from '../lines/data-of.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import { readLines } from '../lines/read-lines.ts'
import { type Entry, recordKey } from '../lines/record-line.ts'

/** Entries in batches. Sorted by key, each key once, where it is a source of a merge. */
export type Entries = AsyncIterable<readonly Entry[]>

/**
 * The records of a file up to an offset, in the file's order; what is damaged is left out.
 * @param onDamage called for each damaged line, and when the file ends before `to`; it may throw
 */
export async function* fileEntries(
  disk: Disk,
  path: string,
  to: number,
  codec: LineCodec,
  onDamage?: () => void,
): AsyncGenerator<Entry[]> {
  let end = 0
  for await (const lines of readLines(disk, path, 0, to)) {
    const entries: Entry[] = []
    for (const line of lines) {
      for (const json of dataOf(line, codec, onDamage)) {
        const key = recordKey(json)
        if (key !== undefined) entries.push({ key, json })
      }
      end = line.next
    }
    if (entries.length > 0) yield entries
  }
  if (end < to) onDamage?.()
}
