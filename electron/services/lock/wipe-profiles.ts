import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import { folderPaths } from '../book-folder/folder-paths.ts'
import { type HeldFolder, holdFolder } from '../book-folder/hold-folder.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { type Profile, readKeyFile, writeKeyFile } from './key-file.ts'

export type WipeOptions = {
  dataFolder: string
  disk?: Disk
  /** Told why a profile could not be deleted; the next start tries again. */
  onProblem: (error: unknown) => void
}

/** Undefined while another program has the book: its window may be the very one that is marked. */
const holdUnlessUsed = async (disk: Disk, paths: ReturnType<typeof folderPaths>): Promise<HeldFolder | undefined> => {
  try {
    return await holdFolder(disk, paths)
  } catch (error) {
    if (error instanceof AppError && error.code === 'bookInUse') return undefined
    throw error
  }
}

/**
 * Deletes what hosts kept for windows that showed the book before it was locked: Chromium leaves overwritten values in
 * free pages of its files. To be called before a window opens, when none of this data folder is open; the window then
 * takes its copy from the sealed files. A link is deleted, not followed. Never throws.
 */
export const wipeProfiles = async ({ dataFolder, disk = realDisk, onProblem }: WipeOptions): Promise<void> => {
  const paths = folderPaths(dataFolder)
  try {
    const marked = await readKeyFile(disk, paths)
    if (marked === undefined || marked.wipe.length === 0) return
    const held = await holdUnlessUsed(disk, paths)
    if (held === undefined) return
    try {
      const file = await readKeyFile(disk, paths)
      if (file === undefined) return
      const left: Profile[] = []
      for (const profile of file.wipe) {
        // A browser that has just ended may still be letting its files go.
        const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }
        await disk.rm(join(dataFolder, profile), options).catch((error: unknown) => {
          left.push(profile)
          onProblem(error)
        })
      }
      await writeKeyFile(disk, paths, { ...file, wipe: left })
    } finally {
      await held.release()
    }
  } catch (error) {
    onProblem(error)
  }
}
