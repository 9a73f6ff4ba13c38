import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { listFolder } from '../disk/files.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import { checkSnapshot } from '../snapshot/snapshot-file.ts'
import { type DataFile, dataPath, numberOf } from './data-file.ts'
import type { Header } from './header.ts'
import { type Inspection, inspectFile } from './inspect-file.ts'

export type InspectedFile = DataFile & { inspection: Inspection }

/** What the files of a journal hold, before anything is repaired. */
export type FilesFound = {
  /** Snapshots, then segments, each by number. */
  files: InspectedFile[]
  /** Files that the newest snapshot makes needless: a crash came before they were deleted. */
  leftover: DataFile[]
  /** Names in the folders that a crash left half-written. */
  parts: { kind: 's' | 'j'; name: string }[]
  /** Of the newest file that has one. */
  header: Header | undefined
  newestSnapshot: Header | undefined
  /** Whether a file is missing between or before others. */
  gap: boolean
}

const list = async (disk: Disk, paths: FolderPaths, kind: 's' | 'j') => {
  const names = await listFolder(disk, kind === 's' ? paths.snapshot : paths.journal)
  const files: DataFile[] = []
  for (const name of names) {
    const number = numberOf(name)
    if (number === undefined) continue
    const stats = await disk.lstat(dataPath(paths, { kind, number }))
    if (stats.isFile()) files.push({ kind, number, size: stats.size })
  }
  files.sort((a, b) => a.number - b.number)
  return { files, parts: names.filter((name) => name.endsWith('.part')).map((name) => ({ kind, name })) }
}

/** A snapshot is first checked as a whole, which is fast, and line by line only when that fails. */
const inspectSnapshot = async (disk: Disk, path: string, size: number, codec: LineCodec): Promise<Inspection> => {
  const records = await checkSnapshot(disk, path, size, codec)
  if (records === undefined) return inspectFile(disk, path, size, codec)
  const { header } = await inspectFile(disk, path, Math.min(size, HEADER_BYTES), codec)
  return { header, records, damaged: [], tail: Buffer.alloc(0), end: size }
}

const HEADER_BYTES = 1024

const isWhole = ({ inspection }: InspectedFile): boolean =>
  inspection.header?.covers !== undefined && inspection.damaged.length === 0 && inspection.tail.length === 0

const hasGap = (segments: readonly DataFile[], after: number): boolean =>
  segments.some(({ number }, index) => number !== (segments[index - 1]?.number ?? after) + 1) ||
  (after > 0 && segments.length === 0)

/**
 * Reads through all files of a journal.
 * @throws AppError `newerFormat`, `keysDamaged`; errors of the file system as they are
 */
export const inspectFiles = async (disk: Disk, paths: FolderPaths, codec: LineCodec): Promise<FilesFound> => {
  const [snapshots, segments] = await Promise.all([list(disk, paths, 's'), list(disk, paths, 'j')])
  const inspected: InspectedFile[] = []
  for (const file of snapshots.files)
    inspected.push({ ...file, inspection: await inspectSnapshot(disk, dataPath(paths, file), file.size, codec) })
  const newest = inspected.at(-1)
  // Everything that is there is part of the book, so leaving a file in never loses anything; only what a snapshot
  // without a scratch covers may go.
  const sound = newest !== undefined && isWhole(newest) ? newest : undefined
  const covers = sound?.inspection.header?.covers ?? 0
  const needed = segments.files.filter(({ number }) => number > covers)
  const files = sound ? [sound] : inspected
  for (const file of needed)
    files.push({ ...file, inspection: await inspectFile(disk, dataPath(paths, file), file.size, codec) })
  return {
    files,
    leftover: [
      ...snapshots.files.filter(({ number }) => sound !== undefined && number !== sound.number),
      ...segments.files.filter(({ number }) => number <= covers),
    ],
    parts: [...snapshots.parts, ...segments.parts],
    header: files.findLast(({ inspection }) => inspection.header !== undefined)?.inspection.header,
    newestSnapshot: newest?.inspection.header,
    gap: (sound !== undefined || newest === undefined) && hasGap(needed, covers),
  }
}
