import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { systemCode } from '../disk/errors.ts'
import { syncFolder } from '../disk/files.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import { type SnapshotHeader, writeSnapshot } from '../snapshot/snapshot-file.ts'
import { type DataFile, dataPath, fileName } from './data-file.ts'
import { mergedEntries } from './merged-entries.ts'

/**
 * Writes what ended files hold as one snapshot. A crash before the rename leaves only a `.part` file, one after it
 * leaves files that the snapshot makes needless: both are removed at the next start.
 * @param header of the new snapshot; the segment it covers is the last of `ended`
 * @param onDamage called for what can't be read and is left out; it may throw
 */
export const compactFiles = async (
  disk: Disk,
  paths: FolderPaths,
  ended: readonly DataFile[],
  header: SnapshotHeader,
  codec: LineCodec,
  signal: AbortSignal,
  onDamage: () => void,
): Promise<DataFile> => {
  const entries = mergedEntries(disk, paths, ended, codec, signal, onDamage)
  const size = await writeSnapshot(disk, paths.snapshot, fileName(header.covers), header, entries, codec, signal)
  return { kind: 's', number: header.covers, size }
}

/**
 * Deletes files that a snapshot covers. One that can't be deleted now does no harm and goes at the next start.
 * @returns why some could not be deleted
 */
export const deleteCovered = async (
  disk: Disk,
  paths: FolderPaths,
  covered: readonly DataFile[],
): Promise<unknown[]> => {
  const failures: unknown[] = []
  for (const file of covered)
    await disk.unlink(dataPath(paths, file)).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') failures.push(error)
    })
  await syncFolder(disk, paths.journal)
  await syncFolder(disk, paths.snapshot)
  return failures
}
