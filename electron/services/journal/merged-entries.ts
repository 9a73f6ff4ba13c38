import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import type { Entry } from '../lines/record-line.ts'
import { mergeEntries } from '../snapshot/merge-entries.ts'
import { sortedRuns } from '../snapshot/sorted-runs.ts'
import { fileEntries } from '../snapshot/source.ts'
import { type DataFile, dataPath } from './data-file.ts'

/**
 * Every record of these files once, merged, by table and id. `scratch` is emptied before and after.
 * @param onDamage called for what can't be read and is left out; it may throw
 */
export async function* mergedEntries(
  disk: Disk,
  paths: FolderPaths,
  files: readonly DataFile[],
  codec: LineCodec,
  signal: AbortSignal,
  onDamage?: () => void,
): AsyncGenerator<Entry[]> {
  const entriesOf = (kind: DataFile['kind']) =>
    files
      .filter((file) => file.kind === kind)
      .map((file) => fileEntries(disk, dataPath(paths, file), file.size, codec, onDamage))
  await disk.rm(paths.scratch, { recursive: true, force: true })
  await disk.mkdir(paths.scratch, { recursive: true })
  try {
    // A snapshot is sorted as it was written.
    yield* mergeEntries([...entriesOf('s'), ...(await sortedRuns(disk, paths.scratch, entriesOf('j'), codec, signal))])
  } finally {
    await disk.rm(paths.scratch, { recursive: true, force: true })
  }
}
