import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

import type { Disk } from '../disk/disk.ts'
import { diskError } from '../disk/errors.ts'
import { isWrittenBy } from '../journal/header.ts'
import { inspectFiles } from '../journal/inspect-files.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { type Notice, repairFiles } from '../journal/repair.ts'
import { type LineCodec, plainLines } from '../lines/line-codec.ts'
import { settleFormer } from './adopt-book.ts'
import { type BookFile, FORMAT, newDeviceId, readBookFile, writeBookFile } from './book-file.ts'
import type { FolderPaths } from './folder-paths.ts'
import { type HeldFolder, holdFolder } from './hold-folder.ts'

/** A data folder that is ours until it is closed. */
export type OpenFolder = {
  bookId: string
  deviceId: string
  /** Whether the window should push all it has: the files are new, were lost, or may lack records. */
  fresh: boolean
  notices: Notice[]
  writable: boolean
  journal: Journal
  /** Whether files are there that are not as lines are written now: plain ones of a locked book, or the reverse. */
  mixed: boolean
  close: () => Promise<void>
}

/** How lines stand in the files of the book and in its quarantine. */
export type FolderCodecs = { lines: LineCodec; aside: LineCodec }

export type OpenFolderOptions = {
  disk: Disk
  paths: FolderPaths
  /** The books the window holds, newest first. */
  known: readonly string[]
  onProblem: (error: unknown) => void
  segmentBytes?: number
  compactBytes?: number
}

/**
 * Opens a data folder that is held: reads who it is, checks and mends its files. Closing it does not let it go.
 * @throws AppError `newerFormat`, `keysDamaged`, `noAccess`, `diskFull`, `folderMissing`
 */
export const openHeldFolder = async (
  options: OpenFolderOptions,
  { writable }: Pick<HeldFolder, 'writable'>,
  codecs: FolderCodecs,
): Promise<OpenFolder> => {
  const { disk, paths, known } = options
  try {
    if (writable) await settleFormer(disk, paths)
    const book = await readBookFile(disk, paths.bookFile)
    const found = await inspectFiles(disk, paths, codecs.lines)
    const repaired = await repairFiles(disk, paths, found, codecs.aside, writable)
    // The first lines of the files name the book too, so that a lost `book.json` does not make it another one.
    const bookId = book?.bookId ?? found.header?.bookId ?? known[0]
    const ours: BookFile = { format: FORMAT, bookId: bookId ?? v7(), deviceId: book?.deviceId ?? newDeviceId() }
    if (book === undefined && writable) await writeBookFile(disk, paths.bookFile, ours)

    const notices = [...repaired.notices]
    if (bookId === undefined) notices.push({ kind: 'newBook', params: { path: paths.root } })
    if (!writable) notices.push({ kind: 'readOnly', params: { path: paths.root } })
    const written = found.files.map(({ inspection }) => isWrittenBy(codecs.lines, inspection.header))
    const journal = await createJournal({
      ...options,
      bookId: ours.bookId,
      epoch: found.header?.epoch ?? randomBytes(4).toString('hex'),
      files: repaired.files,
      newestSnapshot: found.newestSnapshot,
      codec: codecs.lines,
      // A segment whose first line was lost is as plain as any other line says; it goes on where nothing is sealed.
      goesOn: !codecs.lines.seals || written.at(-1) === true,
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
      mixed: codecs.lines.keyId !== undefined && written.includes(false),
      close: () => journal.close(),
    }
  } catch (error) {
    throw diskError(error, paths.root, 'reading')
  }
}

/**
 * Opens the data folder of a book that is not locked: takes its lock, reads who it is, checks and mends its files.
 * @throws AppError `bookInUse`, `newerFormat`, `keysDamaged`, `noAccess`, `diskFull`, `folderMissing`
 */
export const openFolder = async (options: OpenFolderOptions): Promise<OpenFolder> => {
  const held = await holdFolder(options.disk, options.paths)
  try {
    const folder = await openHeldFolder(options, held, { lines: plainLines, aside: plainLines })
    return {
      ...folder,
      close: async () => {
        await folder.close()
        await held.release()
      },
    }
  } catch (error) {
    await held.release().catch(() => undefined)
    throw error
  }
}
