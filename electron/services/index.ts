import { AppError } from '../../shared/app-error.ts'
import { type Attachments, createAttachments } from './attachments/attachments.ts'
import { type Backups, createBackups } from './backups/backups.ts'
import { folderPaths } from './book-folder/folder-paths.ts'
import { type OpenFolder, openFolder } from './book-folder/open-folder.ts'
import { type Disk, realDisk } from './disk/disk.ts'
import { diskError } from './disk/errors.ts'
import type { BookHandlers } from './host-handlers.ts'
import { forgetLines } from './journal/quarantine.ts'

export type ServicesOptions = {
  /** Where the book is, as an absolute path; made when it is not there. */
  dataFolder: string
  disk?: Disk
  /** Unix milliseconds. */
  now?: () => number
  /** Told about trouble that nobody waits for: a compaction or a daily backup that failed. */
  onProblem?: (error: unknown) => void
  /** How long after the opening the day's backup is looked after, in milliseconds. */
  dailyAfter?: number
  segmentBytes?: number
  compactBytes?: number
}

/** The services of the book behind the contract's calls. */
export type Services = {
  handlers: BookHandlers
  /** Writes what is under way and gives the folder back. Calling it twice does no harm. */
  close: () => Promise<void>
}

type Book = { folder: OpenFolder; attachments: Attachments; backups: Backups; stop: () => void }

const HOUR = 3_600_000
/** The window has better to do in its first seconds than to wait for a backup. */
const DAILY_AFTER = 10_000

/** Calls `job` after `first` milliseconds and then every hour, without keeping the program alive. */
const everyHour = (first: number, job: () => void): (() => void) => {
  let hourly: NodeJS.Timeout | undefined
  const soon = setTimeout(() => {
    job()
    hourly = setInterval(job, HOUR).unref()
  }, first).unref()
  return () => {
    clearTimeout(soon)
    clearInterval(hourly)
  }
}

/** The services of one data folder. Nothing is touched before `book.open`. */
export const openServices = async (options: ServicesOptions): Promise<Services> => {
  const { dataFolder, disk = realDisk, now = Date.now, onProblem = () => undefined } = options
  const paths = folderPaths(dataFolder)
  let opening: Promise<Book> | undefined
  let closed = false
  let backupFailed = false
  let pushed = false

  const openBook = async (known: readonly string[]): Promise<Book> => {
    const folder = await openFolder({ ...options, disk, paths, known, onProblem })
    const { journal, bookId, writable } = folder
    const attachments = createAttachments(disk, paths.attachments)
    const backups = createBackups({ disk, folder: paths.backups, bookId, journal, attachments, now, writable })
    const daily = () => {
      backups.daily().then(
        () => {
          backupFailed = false
        },
        (error: unknown) => {
          if (closed) return
          backupFailed = true
          onProblem(error)
        },
      )
    }
    return { folder, attachments, backups, stop: everyHour(options.dailyAfter ?? DAILY_AFTER, daily) }
  }

  const theBook = async (): Promise<Book> => {
    if (opening === undefined || closed) throw new AppError('notAllowed')
    return opening
  }

  const writableFolder = async (): Promise<Book> => {
    const book = await theBook()
    if (!book.folder.writable) throw new AppError('readOnly', { path: dataFolder })
    return book
  }

  /** Only for a window that holds this very book: one left open while the folder changed may hold another. */
  const journalOf = async (bookId: string): Promise<OpenFolder['journal']> => {
    const { folder } = await theBook()
    if (folder.bookId !== bookId) throw new AppError('folderMissing', { path: dataFolder })
    return folder.journal
  }

  const onDisk = async <T>(path: string, doing: 'reading' | 'writing', job: () => Promise<T>): Promise<T> => {
    try {
      return await job()
    } catch (error) {
      throw diskError(error, path, doing)
    }
  }

  const handlers: BookHandlers = {
    'book.open': async ({ known }) => {
      if (closed) throw new AppError('notAllowed')
      // A window that was loaded again opens the book that is open. After a failure it may try once more.
      opening ??= openBook(known)
      const current = opening
      try {
        const { bookId, deviceId, fresh, notices } = (await current).folder
        const failed = { kind: 'backupFailed', params: { path: paths.backups } } as const
        return { bookId, deviceId, fresh: fresh && !pushed, notices: backupFailed ? [...notices, failed] : notices }
      } catch (error) {
        if (opening === current) opening = undefined
        throw error
      }
    },
    'journal.push': async ({ bookId, records }) => {
      const result = await (await journalOf(bookId)).push(records)
      pushed = true
      return result
    },
    'journal.pull': async ({ bookId, after, limit }) => (await journalOf(bookId)).pull(after, limit),
    'journal.forget': async ({ bookId, texts }) => {
      const journal = await journalOf(bookId)
      await writableFolder()
      await onDisk(paths.root, 'writing', async () => {
        await journal.compact()
        await forgetLines(disk, paths.quarantine, texts)
      })
      return {}
    },
    'attachments.put': async ({ bytes }) => {
      const { attachments } = await writableFolder()
      return onDisk(paths.attachments, 'writing', () => attachments.put(bytes))
    },
    'attachments.get': async ({ sha256 }) => {
      const { attachments } = await theBook()
      const bytes = await onDisk(paths.attachments, 'reading', () => attachments.read(sha256))
      if (bytes === undefined) throw new AppError('attachmentMissing', { name: sha256 })
      // A plain copy: a Buffer is a view of memory it may share.
      return { bytes: new Uint8Array(bytes) }
    },
    'attachments.delete': async ({ sha256 }) => {
      const { attachments } = await writableFolder()
      await onDisk(paths.attachments, 'writing', () => attachments.remove(sha256))
      return {}
    },
    'backups.list': async () => ({ backups: await (await theBook()).backups.list() }),
    'backups.create': async ({ reason }) => ({ backup: await (await theBook()).backups.create(reason) }),
    'backups.read': async ({ name, after, limit }) => (await theBook()).backups.read(name, after, limit),
    'backups.delete': async ({ name }) => {
      await (await theBook()).backups.remove(name)
      return {}
    },
  }

  const close = async (): Promise<void> => {
    closed = true
    const book = await opening?.catch(() => undefined)
    opening = undefined
    if (book === undefined) return
    book.stop()
    await book.backups.close()
    await book.folder.close()
  }

  return { handlers, close }
}
