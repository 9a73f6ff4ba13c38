import { AppError } from '../../../shared/app-error.ts'
import type { Disk } from '../disk/disk.ts'
import { diskError, isReadOnly } from '../disk/errors.ts'
import type { FolderPaths } from './folder-paths.ts'
import { type Release, takeLock } from './lock.ts'

/** A data folder that no other program opens until it is let go. */
export type HeldFolder = {
  /** False where nothing can be written, and so nothing can be spoiled by a second program either. */
  writable: boolean
  release: Release
}

/**
 * Makes the folder where it is not there, and takes its lock.
 * @throws AppError `bookInUse`, `noAccess`, `diskFull`, `folderMissing`
 */
export const holdFolder = async (disk: Disk, paths: FolderPaths): Promise<HeldFolder> => {
  try {
    // For its owner only: other users of the machine have no business with these customers.
    await disk.mkdir(paths.root, { recursive: true, mode: 0o700 })
    await disk.mkdir(paths.journal, { recursive: true })
    await disk.mkdir(paths.snapshot, { recursive: true })
    return { writable: true, release: await takeLock(disk, paths.lock, paths.root) }
  } catch (error) {
    if (error instanceof AppError || !isReadOnly(error)) throw diskError(error, paths.root, 'reading')
    // A folder that can't even be listed is not read-only, it is closed to us.
    await disk.readdir(paths.root).catch((closed: unknown) => {
      throw diskError(closed, paths.root, 'reading')
    })
    return { writable: false, release: async () => undefined }
  }
}
