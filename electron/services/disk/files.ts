import { dirname } from 'node:path'

import type { Disk, DiskFile } from './disk.ts'
import { systemCode } from './errors.ts'

/** Writes all of `bytes` at `position`: one `write` may take less than it was given. */
export const writeAll = async (file: DiskFile, bytes: Uint8Array, position: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** Makes created, renamed and deleted names of a folder durable. Windows has no such call and needs none. */
export const syncFolder = async (disk: Disk, path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await disk.open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Some network file systems refuse to sync a folder.
    if (systemCode(error) !== 'EINVAL') throw error
  } finally {
    await folder.close()
  }
}

/** The bytes of a whole file; undefined where there is none. */
export const readWhole = async (disk: Disk, path: string): Promise<Buffer | undefined> => {
  let file: DiskFile
  try {
    file = await disk.open(path, 'r')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Writes a file beside its place, makes it durable and renames it over: after a crash it is the old or the new. */
export const replaceFile = async (disk: Disk, path: string, bytes: Uint8Array): Promise<void> => {
  const beside = `${path}.part`
  const file = await disk.open(beside, 'w')
  try {
    await writeAll(file, bytes, 0)
    await file.sync()
  } catch (error) {
    await file.close()
    await disk.rm(beside, { force: true })
    throw error
  }
  await file.close()
  await disk.rename(beside, path)
  await syncFolder(disk, dirname(path))
}

/** The names in a folder; none where there is no folder. */
export const listFolder = async (disk: Disk, path: string): Promise<string[]> => {
  try {
    return (await disk.readdir(path)).sort()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}
