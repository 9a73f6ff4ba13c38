import { basename, join } from 'node:path'

import { AppError } from '../../../../shared/app-error.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { readHead, writeHead } from './head-file.ts'
import { bookFolder, bookOfFolder } from './names.ts'
import { type Draw, isFolder, statOf } from './safe-folder.ts'

/** More books than anyone keeps in one folder. */
const MAX_BOOKS = 200

const isNewer = (error: unknown): boolean => error instanceof AppError && error.code === 'newerFormat'

/**
 * The books under the folder that was chosen, which may be one book's own.
 * @throws AppError `newerFormat` where there are none but of later versions; errors of the file system as they are
 */
export const booksAt = async (disk: Disk, path: string): Promise<TargetHead[]> => {
  // An unreadable place must fail, where `listFolder` would find it empty.
  const names = (await disk.readdir(path)).sort().filter((name) => bookOfFolder(name) !== undefined)
  const heads: TargetHead[] = []
  let newer: unknown
  for (const bookId of new Set([basename(path), ...names.slice(0, MAX_BOOKS)].map(bookOfFolder))) {
    if (bookId === undefined) continue
    const folder = bookFolder(path, bookId)
    if (folder !== path && !(await isFolder(disk, folder))) continue
    try {
      const head = await readHead(disk, folder, bookId)
      if (head !== undefined) heads.push(head)
    } catch (error) {
      if (!isNewer(error)) throw error
      newer = error
    }
  }
  if (heads.length === 0 && newer !== undefined) throw newer
  return heads
}

/** Where one life of a book stands in a shared folder. */
export type Life = { book: string; life: string; devices: string }

export const lifeAt = (path: string, { bookId, epoch }: TargetHead): Life => {
  const book = bookFolder(path, bookId)
  return { book, life: join(book, epoch), devices: join(book, epoch, 'devices') }
}

/**
 * Makes sure that the life of a book that this device syncs with is the one that is there.
 * @param mend whether a head that is gone or damaged is written again, where the records it belongs to are there
 * @throws AppError `syncNoBook`, `syncWrongBook`, `syncTargetChanged`; errors of the file system as they are
 */
export const checkLife = async (disk: Disk, path: string, head: TargetHead, draw: Draw, mend: boolean) => {
  const { book, life, devices } = lifeAt(path, head)
  const isThere = book === path || (await isFolder(disk, book))
  const there = isThere ? await readHead(disk, book, head.bookId) : undefined
  if (there !== undefined && (there.epoch !== head.epoch || there.sealed !== head.sealed))
    throw new AppError('syncTargetChanged', { place: path })
  if (there !== undefined) {
    // A link in the way would lead out of the place that was chosen.
    for (const folder of [life, devices])
      if ((await statOf(disk, folder))?.isDirectory() === false) throw new AppError('noAccess', { path: folder })
    return
  }
  if (isThere && (await isFolder(disk, life)) && (await isFolder(disk, devices))) {
    if (mend) await writeHead(disk, book, head, draw)
    return
  }
  if ((await booksAt(disk, path)).length > 0) throw new AppError('syncWrongBook', { place: path })
  // The empty folder where a drive or a share used to be mounted looks like this too.
  throw new AppError('syncNoBook', { place: path, why: 'gone' })
}
