import { join } from 'node:path'

import { AppError } from '../../../../shared/app-error.ts'
import type { Disk } from '../../disk/disk.ts'
import { systemCode } from '../../disk/errors.ts'
import { writeAll } from '../../disk/files.ts'
import { makeDurable, makeNamesDurable } from './durable.ts'
import { isGone } from './errors.ts'
import { besideName } from './names.ts'

/** Names what is written beside its place, eight hexadecimal digits. */
export type Draw = () => string

/** What stands under a name, links not followed; undefined where there is nothing. */
export const statOf = async (disk: Disk, path: string) => {
  try {
    return await disk.lstat(path)
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** Whether a real folder stands there, and no link to one. */
export const isFolder = async (disk: Disk, path: string): Promise<boolean> =>
  (await statOf(disk, path))?.isDirectory() ?? false

/**
 * Makes folders one inside the other, below one that is there. A link in the way would lead out of the place that was
 * chosen.
 * @throws AppError `noAccess` when anything but a folder is in the way
 */
export const makeFolders = async (disk: Disk, top: string, parts: readonly string[]): Promise<string> => {
  let path = top
  for (const part of parts) {
    const outer = path
    path = join(path, part)
    const stats = await statOf(disk, path)
    if (stats?.isDirectory()) continue
    if (stats !== undefined) throw new AppError('noAccess', { path })
    try {
      await disk.mkdir(path)
    } catch (error) {
      if (systemCode(error) !== 'EEXIST' || !(await isFolder(disk, path))) throw error
    }
    await makeNamesDurable(disk, outer)
  }
  return path
}

/**
 * Writes a file beside its place, makes it durable and renames it over. Like `replaceFile`, but under a name that
 * nobody can foresee: others write in this folder too.
 * @param write writes all of it
 */
export const writeBeside = async (
  disk: Disk,
  folder: string,
  name: string,
  draw: Draw,
  write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> => {
  const beside = join(folder, besideName(draw()))
  const file = await disk.open(beside, 'wx')
  try {
    let size = 0
    await write(async (bytes) => {
      await writeAll(file, bytes, size)
      size += bytes.length
    })
    await makeDurable(file)
    await file.close()
    await disk.rename(beside, join(folder, name))
  } catch (error) {
    await file.close().catch(() => undefined)
    await disk.rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
  await makeNamesDurable(disk, folder)
}
