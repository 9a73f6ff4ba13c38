import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { systemCode } from '../disk/errors.ts'
import { syncFolder } from '../disk/files.ts'
import { newDeviceId, readBookFile, writeBookFile } from './book-file.ts'
import type { FolderPaths } from './folder-paths.ts'

const MOVED = ['snapshot', 'journal'] as const

/** What the folder held of another book, until it is deleted; and which book that is. */
const formerOf = ({ root }: Pick<FolderPaths, 'root'>) => {
  const folder = join(root, 'former')
  return { folder, bookFile: join(folder, 'book.json') }
}

const isThere = async (disk: Disk, path: string): Promise<boolean> => {
  try {
    await disk.lstat(path)
    return true
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    return false
  }
}

const dropFormer = (disk: Disk, paths: FolderPaths): Promise<void> =>
  disk.rm(formerOf(paths).folder, { recursive: true, force: true })

/** Ends what a crash or a full disk broke off: a book that did not become another one gets its files back. */
export const settleFormer = async (disk: Disk, paths: FolderPaths): Promise<void> => {
  const { folder, bookFile } = formerOf(paths)
  const former = await readBookFile(disk, bookFile)
  if (former !== undefined && former.bookId === (await readBookFile(disk, paths.bookFile))?.bookId)
    for (const name of MOVED) {
      if (!(await isThere(disk, join(folder, name)))) continue
      // Made anew and empty since.
      await disk.rm(paths[name], { recursive: true, force: true })
      await disk.rename(join(folder, name), paths[name])
      await syncFolder(disk, paths.root)
    }
  await dropFormer(disk, paths)
}

/**
 * Makes a data folder, whose journal is closed, that of another book: without records yet. The old files go out of the
 * way before the folder gets its new name, so that a crash never lets one book be read as the other.
 */
export const adoptBook = async (disk: Disk, paths: FolderPaths, bookId: string): Promise<void> => {
  const held = await readBookFile(disk, paths.bookFile)
  const { folder, bookFile } = formerOf(paths)
  await dropFormer(disk, paths)
  await disk.mkdir(folder, { recursive: true })
  if (held !== undefined) await writeBookFile(disk, bookFile, held)
  for (const name of MOVED) {
    await disk.rename(paths[name], join(folder, name)).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error
    })
    await disk.mkdir(paths[name], { recursive: true })
  }
  await syncFolder(disk, paths.root)
  await writeBookFile(disk, paths.bookFile, { format: 1, bookId, deviceId: held?.deviceId ?? newDeviceId() })
  await dropFormer(disk, paths)
}
