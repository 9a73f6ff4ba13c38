import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { systemCode } from '../disk/errors.ts'
import { syncFolder } from '../disk/files.ts'
import { newDeviceId, readBookFile, writeBookFile } from './book-file.ts'
import type { FolderPaths } from './folder-paths.ts'

/** What the folder held of another book, until it is deleted. */
const formerOf = ({ root }: Pick<FolderPaths, 'root'>): string => join(root, 'former')

/** Deletes what a crash left of a former book. */
export const dropFormer = (disk: Disk, paths: FolderPaths): Promise<void> =>
  disk.rm(formerOf(paths), { recursive: true, force: true })

/**
 * Makes a data folder, whose journal is closed, that of another book: without records yet. The old files go out of the
 * way before the folder gets its new name, so that a crash never lets one book be read as the other: the window has all
 * that the old one had, and a backup was made.
 */
export const adoptBook = async (disk: Disk, paths: FolderPaths, bookId: string): Promise<void> => {
  const held = await readBookFile(disk, paths.bookFile)
  await dropFormer(disk, paths)
  await disk.mkdir(formerOf(paths), { recursive: true })
  for (const name of ['snapshot', 'journal'] as const) {
    await disk.rename(paths[name], join(formerOf(paths), name)).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error
    })
    await disk.mkdir(paths[name], { recursive: true })
  }
  await syncFolder(disk, paths.root)
  await writeBookFile(disk, paths.bookFile, { format: 1, bookId, deviceId: held?.deviceId ?? newDeviceId() })
  await dropFormer(disk, paths)
}
