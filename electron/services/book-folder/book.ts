import { type Attachments, createAttachments } from '../attachments/attachments.ts'
import { closableAttachments } from '../attachments/closable.ts'
import { type Backups, createBackups } from '../backups/backups.ts'
import { forgetLines, rewriteAside } from '../journal/quarantine.ts'
import type { AtRest } from '../lock/at-rest.ts'
import { everyHour } from './every-hour.ts'
import type { HeldFolder } from './hold-folder.ts'
import { type OpenFolder, type OpenFolderOptions, openHeldFolder } from './open-folder.ts'

/** The book of a data folder, open. */
export type Book = {
  folder: OpenFolder
  attachments: Attachments
  backups: Backups
  /** False once it is being closed. */
  isOpen: () => boolean
  /** Whether the day's backup could not be made. */
  backupFailed: () => boolean
  /** Takes lines that hold one of these texts out of the quarantine. */
  forgetAside: (texts: readonly string[]) => Promise<void>
  /** Writes all files anew, sealed or plain as new ones are. Can be broken off and begun again. */
  rewrite: (signal: AbortSignal) => Promise<void>
  /**
   * Stops what is going on, writes what was pushed. The folder stays held.
   * @param again whether it is opened again at once
   */
  close: (again?: boolean) => Promise<void>
}

export type BookOptions = OpenFolderOptions & {
  /** Unix milliseconds. */
  now: () => number
  /** How long after the opening the day's backup is looked after, in milliseconds. */
  dailyAfter: number
}

/** @throws AppError as `openHeldFolder` */
export const openBook = async (options: BookOptions, held: HeldFolder, rest: AtRest): Promise<Book> => {
  const { disk, paths, now } = options
  const folder = await openHeldFolder(options, held, rest)
  const { bookId, journal, writable } = folder
  const attachments = closableAttachments(createAttachments(disk, paths.attachments, rest.attachments))
  const backups = createBackups({
    disk,
    folder: paths.backups,
    bookId,
    journal,
    attachments,
    now,
    writable,
    seal: rest.backups,
  })
  /** Files of work that is over. A sync file may be in the open: nobody else cares for one that was left behind. */
  const dropNeedless = async (isOver: boolean): Promise<void> => {
    if (!writable || !rest.lines.seals) return
    for (const path of isOver ? [paths.scratch, paths.carried] : [paths.scratch])
      await disk.rm(path, { recursive: true, force: true })
  }
  // What can't be deleted now is tried again when the book closes and at the next start.
  // A book without records may have been joined by a sync file, and still needs it.
  await dropNeedless(!folder.fresh).catch(options.onProblem)
  let backupFailed = false
  let closed = false
  const daily = () => {
    backups.daily().then(
      () => {
        backupFailed = false
      },
      (error: unknown) => {
        if (closed) return
        backupFailed = true
        options.onProblem(error)
      },
    )
  }
  const stopDaily = everyHour(options.dailyAfter, daily)
  return {
    folder,
    attachments,
    backups,
    isOpen: () => !closed,
    backupFailed: () => backupFailed,
    forgetAside: (texts) => forgetLines(disk, paths.quarantine, texts, rest.aside),
    rewrite: async (signal) => {
      await journal.compact(true)
      await rewriteAside(disk, paths.quarantine, rest.aside)
      await attachments.rewrite(signal)
      await backups.rewrite(signal)
      await dropNeedless(!folder.fresh)
    },
    close: async (again = false) => {
      closed = true
      stopDaily()
      await backups.close()
      await attachments.close()
      await dropNeedless(!again).catch(options.onProblem)
      await folder.close().finally(rest.forget)
    },
  }
}
