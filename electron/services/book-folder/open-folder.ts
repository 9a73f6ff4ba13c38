import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

import { AppError } from '../../../shared/app-error.ts'
import type { Disk } from '../disk/disk.ts'
import { diskError, isReadOnly } from '../disk/errors.ts'
import { inspectFiles } from '../journal/inspect-files.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { type Notice, repairFiles } from '../journal/repair.ts'
import { type BookFile, FORMAT, newDeviceId, readBookFile, writeBookFile } from './book-file.ts'
import type { FolderPaths } from './folder-paths.ts'
import { type Release, takeLock } from './lock.ts'

/** A data folder that is ours until it is closed. */
export type OpenFolder = {
  bookId: string
  deviceId: string
  /** Whether the window should push all it has: the files are new, were lost, or may lack records. */
  fresh: boolean
  notices: Notice[]
  writable: boolean
  journal: Journal
  close: () => Promise<void>
}

export type OpenFolderOptions = {
  disk: Disk
  paths: FolderPaths
  /** The books the window holds, newest first. */
  known: readonly string[]
  onProblem: (error: unknown) => void
  segmentBytes?: number
  compactBytes?: number
}

/** Takes the lock; undefined where nothing can be written, and so nothing can be spoiled by a second program either. */
const lockIfWritable = async ({ disk, paths }: OpenFolderOptions): Promise<Release | undefined> => {
  try {
    // For its owner only: other users of the machine have no business with these customers.
    await disk.mkdir(paths.root, { recursive: true, mode: 0o700 })
    await disk.mkdir(paths.journal, { recursive: true })
    await disk.mkdir(paths.snapshot, { recursive: true })
    return await takeLock(disk, paths.lock, paths.root)
  } catch (error) {
    if (!isReadOnly(error)) throw error
    // A folder that can't even be listed is not read-only, it is closed to us.
    await disk.readdir(paths.root)
    return undefined
  }
}

const open = async (options: OpenFolderOptions, release: Release | undefined): Promise<OpenFolder> => {
  const { disk, paths, known } = options
  const writable = release !== undefined
  const book = await readBookFile(disk, paths.bookFile)
  const found = await inspectFiles(disk, paths)
  const repaired = await repairFiles(disk, paths, found, writable)
  // The first lines of the files name the book too, so that a lost `book.json` does not make it another one.
  const bookId = book?.bookId ?? found.header?.bookId ?? known[0]
  const ours: BookFile = { format: FORMAT, bookId: bookId ?? v7(), deviceId: book?.deviceId ?? newDeviceId() }
  if (book === undefined && writable) await writeBookFile(disk, paths.bookFile, ours)

  const notices = [...repaired.notices]
  if (bookId === undefined) notices.push({ kind: 'newBook', params: { path: paths.root } })
  if (!writable) notices.push({ kind: 'readOnly', params: { path: paths.root } })
  const journal = await createJournal({
    ...options,
    bookId: ours.bookId,
    epoch: found.header?.epoch ?? randomBytes(4).toString('hex'),
    files: repaired.files,
    newestSnapshot: found.newestSnapshot,
    writable,
    damageKept: repaired.lost && repaired.kept,
  })
  const isEmpty = found.files.every(({ inspection }) => inspection.records === 0)
  return {
    bookId: ours.bookId,
    deviceId: ours.deviceId,
    fresh: isEmpty || repaired.lost,
    notices,
    writable,
    journal,
    close: async () => {
      await journal.close()
      await release?.()
    },
  }
}

/**
 * Opens a data folder: takes its lock, reads who it is, checks and mends its files.
 * @throws AppError `bookInUse`, `newerFormat`, `noAccess`, `diskFull`, `folderMissing`
 */
export const openFolder = async (options: OpenFolderOptions): Promise<OpenFolder> => {
  let release: Release | undefined
  try {
    release = await lockIfWritable(options)
    return await open(options, release)
  } catch (error) {
    await release?.().catch(() => undefined)
    throw error instanceof AppError ? error : diskError(error, options.paths.root, 'reading')
  }
}
