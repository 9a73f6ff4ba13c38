import type { Disk } from '../../disk/disk.ts'
import { fingerprint } from '../../journal/cursor.ts'
import { checksum } from '../../lines/line.ts'
import { bytesAt, printAt, readCovers, sawAll } from './covers.ts'
import type { RecordsFile } from './listing.ts'
import { MAX_LINE } from './record-line.ts'
import type { Position, Vector } from './vector.ts'

const NEWLINE = 10

/** The position of a reader that has seen nothing of a file. */
const START: Exclude<Position, 'all'> = { offset: 0, print: fingerprint(Buffer.alloc(0)) }

/** Whether the line that could not be read is still as it was. */
const isStillFlawed = async (disk: Disk, path: string, { flaw }: Exclude<Position, 'all'>): Promise<boolean> => {
  if (flaw === undefined || flaw.to - flaw.from > 2 * MAX_LINE || flaw.to < flaw.from) return false
  return checksum(await bytesAt(disk, path, flaw.from, flaw.to - flaw.from)) === flaw.sum
}

const goOn = async (disk: Disk, file: RecordsFile, position: Exclude<Position, 'all'>): Promise<Position> => {
  const { path, size } = file
  const { offset, flaw } = position
  // Shorter than it was: not all of it is here yet.
  if (offset === 0 || offset > size) return position
  if ((await printAt(disk, path, offset)) !== position.print) return START
  if (flaw === undefined) return position
  // What was cut off or damaged when it was read may have come whole since.
  const torn = flaw.to === offset && flaw.to - flaw.from <= MAX_LINE
  const cut = torn && size > offset && (await bytesAt(disk, path, offset - 1, 1))[0] !== NEWLINE
  if (!cut && (await isStillFlawed(disk, path, position))) return position
  return flaw.from < offset ? { offset: flaw.from, print: await printAt(disk, path, flaw.from) } : START
}

/**
 * Where reading goes on in a file: at its start for one that is new, or that is not what was read before.
 * @param mine names of files of this device that hold nothing the reader has not written itself
 */
export const locate = async (
  disk: Disk,
  file: RecordsFile,
  seen: Vector,
  mine: ReadonlySet<string>,
): Promise<Position> => {
  if (mine.has(file.name)) return { offset: file.size, print: await printAt(disk, file.path, file.size) }
  const position = seen.files.get(file.key)
  if (position === 'all') return 'all'
  if (position !== undefined) return goOn(disk, file, position)
  const covers = await readCovers(disk, file)
  return covers !== undefined && sawAll(seen, file.device, covers, mine) ? 'all' : START
}
