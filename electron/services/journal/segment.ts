import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk, DiskFile } from '../disk/disk.ts'
import { syncFolder, writeAll } from '../disk/files.ts'
import { type DataFile, dataPath, fileName } from './data-file.ts'

/**
 * Makes the file of a new segment with its first line, durable with its name.
 * @returns the new segment
 */
export const createSegment = async (
  disk: Disk,
  paths: FolderPaths,
  number: number,
  firstLine: string,
): Promise<DataFile> => {
  const path = join(paths.journal, fileName(number))
  const bytes = Buffer.from(firstLine)
  const file = await disk.open(path, 'w')
  try {
    await writeAll(file, bytes, 0)
    await file.datasync()
  } catch (error) {
    await file.close()
    await disk.rm(path, { force: true })
    throw error
  }
  await file.close()
  await syncFolder(disk, paths.journal)
  return { kind: 'j', number, size: bytes.length }
}

/** A segment open for appending. */
export type OpenSegment = {
  /** Resolves when the bytes are durable, and then counts them in the segment's size. */
  append: (bytes: Buffer) => Promise<void>
  close: () => Promise<void>
}

/** Opens a segment for appending behind its `size`; what a failed write left behind that is cut off. */
export const openSegment = async (disk: Disk, paths: FolderPaths, segment: DataFile): Promise<OpenSegment> => {
  const path = dataPath(paths, segment)
  const file: DiskFile = await disk.open(path, 'r+')
  try {
    if ((await file.stat()).size !== segment.size) await file.truncate(segment.size)
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    append: async (bytes) => {
      try {
        await writeAll(file, bytes, segment.size)
        await file.datasync()
        // A file that was deleted takes writes as before, and nobody will ever read them.
        if ((await file.stat()).nlink === 0) throw new AppError('folderMissing', { path: paths.root })
      } catch (error) {
        // Whatever stands behind the last whole line must not be taken for records later. If this fails too, the
        // next opening does it.
        await file.truncate(segment.size).catch(() => undefined)
        throw error
      }
      segment.size += bytes.length
    },
    close: () => file.close(),
  }
}
