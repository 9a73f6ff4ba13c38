import type { Disk } from '../../disk/disk.ts'
import { decodeLine } from '../../lines/line.ts'
import { readLines } from '../../lines/read-lines.ts'
import type { Entry } from '../../lines/record-line.ts'
import type { Entries } from '../../snapshot/source.ts'
import { isCovers, readCovers } from './covers.ts'
import { isGone } from './errors.ts'
import type { RecordsFile } from './listing.ts'
import { idInLine } from './record-line.ts'

/** The lines of a file by the id of their record, in the file's order; `onDamage` is called for every other line. */
export async function* linesOf(disk: Disk, file: RecordsFile, onDamage: () => void): AsyncGenerator<Entry[]> {
  let end = 0
  for await (const lines of readLines(disk, file.path, 0, file.size)) {
    const entries: Entry[] = []
    for (const { bytes, terminated, next } of lines) {
      const json = terminated ? decodeLine(bytes) : undefined
      const key = json && idInLine(json)
      if (json === undefined || (key === undefined && !isCovers(json))) onDamage()
      else if (key !== undefined) entries.push({ key, json })
      end = next
    }
    if (entries.length > 0) yield entries
  }
  if (end < file.size) onDamage()
}

/** The lines of anyone's file that can be read; none of one that is gone since it was found. */
export async function* foreignLines(disk: Disk, file: RecordsFile): AsyncGenerator<Entry[]> {
  try {
    yield* linesOf(disk, file, () => undefined)
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

const byKey = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/**
 * The lines of a file, sorted by id: one that was merged before is sorted as it stands, any other is a segment, small
 * enough for memory.
 */
export const sortedLines = async (disk: Disk, file: RecordsFile, onDamage: () => void): Promise<Entries> => {
  if ((await readCovers(disk, file)) !== undefined) return linesOf(disk, file, onDamage)
  const all: Entry[] = []
  for await (const entries of linesOf(disk, file, onDamage))
    for (const { key, json } of entries) all.push({ key, json: Buffer.from(json) })
  return (async function* () {
    yield all.sort(byKey)
  })()
}
