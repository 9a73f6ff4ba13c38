import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import type { Page } from '../../../shared/change/index.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { Disk } from '../disk/disk.ts'
import { diskError } from '../disk/errors.ts'
import { listFolder, syncFolder } from '../disk/files.ts'
import type { Journal } from '../journal/journal.ts'
import { createQueue } from '../queue.ts'
import { openArchive } from './archive-in.ts'
import { createArchive } from './archive-out.ts'
import { backupName } from './backup-name.ts'
import { createListBackups, type ListBackups } from './list-backups.ts'
import { type Backup, type BackupReason, summaryOf } from './manifest.ts'
import { type ReadSession, startReading } from './read-session.ts'
import { hasDaily, outlived } from './retention.ts'
import { restoreAttachments, verifyArchive } from './verify.ts'
import { writeBackup } from './write-backup.ts'

export type Backups = {
  list: ListBackups
  create: (reason: BackupReason) => Promise<Backup>
  /** Records behind a cursor. The first page checks the whole backup and puts its attachments back. */
  read: (name: string, after: string | null, limit: number) => Promise<Page>
  /** Deletes one for good. */
  remove: (name: string) => Promise<void>
  /** Makes the day's backup where there is none yet and the book is not empty. */
  daily: () => Promise<void>
  /** Stops what is going on. */
  close: () => Promise<void>
}

export type BackupsOptions = {
  disk: Disk
  folder: string
  bookId: string
  journal: Pick<Journal, 'readAll' | 'pull'>
  attachments: Attachments
  /** Unix milliseconds. */
  now: () => number
  writable: boolean
}

/** Backups: zip archives beside the book. Each method fails with an `AppError`. */
export const createBackups = ({ disk, folder, journal, attachments, ...options }: BackupsOptions): Backups => {
  const list = createListBackups(disk, folder)
  const making = createQueue()
  const reading = createQueue()
  const closing = new AbortController()
  let session: { name: string; reader: ReadSession } | undefined

  const writeArchive = async (beside: string, createdAt: string, reason: BackupReason) => {
    const archive = await createArchive(disk, beside, folder, new Date(createdAt))
    try {
      const head = { bookId: options.bookId, createdAt, reason }
      const manifest = await journal.readAll(closing.signal, (entries) =>
        writeBackup(archive, head, entries, attachments, closing.signal),
      )
      await archive.finish()
      return manifest
    } catch (error) {
      await archive.abort()
      await disk.rm(beside, { force: true }).catch(() => undefined)
      throw error
    }
  }

  const prune = async (): Promise<void> => {
    for (const { name } of outlived(await list())) await disk.rm(join(folder, name), { force: true })
  }

  const make = async (reason: BackupReason): Promise<Backup> => {
    closing.signal.throwIfAborted()
    if (!options.writable) throw new AppError('readOnly', { path: folder })
    await disk.mkdir(folder, { recursive: true })
    const names = await listFolder(disk, folder)
    // Left behind by a crash; backups are made one at a time, so no other is being written.
    for (const name of names) if (name.endsWith('.part')) await disk.rm(join(folder, name), { force: true })
    const createdAt = new Date(options.now()).toISOString()
    const name = backupName(createdAt, reason, new Set(names))
    const beside = join(folder, `${name}.part`)
    const manifest = await writeArchive(beside, createdAt, reason)
    const { size } = await disk.lstat(beside)
    await disk.rename(beside, join(folder, name))
    await syncFolder(disk, folder)
    // The backup is there; that an old one could not be deleted is no reason to say that it is not.
    await prune().catch(() => undefined)
    return summaryOf(name, size, manifest)
  }

  const closeSession = async (): Promise<void> => {
    const { reader } = session ?? {}
    session = undefined
    await reader?.close()
  }

  const start = async (name: string, after: string | null): Promise<ReadSession> => {
    await closeSession()
    const archive = await openArchive(disk, join(folder, name), name)
    try {
      await verifyArchive(archive, name)
      if (options.writable) await restoreAttachments(archive, attachments)
      const reader = startReading(archive, name, after)
      session = { name, reader }
      return reader
    } catch (error) {
      archive.close()
      throw error
    }
  }

  const told = async <T>(doing: 'reading' | 'writing', job: () => Promise<T>): Promise<T> => {
    try {
      return await job()
    } catch (error) {
      throw diskError(error, folder, doing)
    }
  }

  return {
    list: () => told('reading', list),
    create: (reason) => making(() => told('writing', () => make(reason))),
    read: (name, after, limit) =>
      reading(() =>
        told('reading', async () => {
          const goesOn = after !== null && session?.name === name && session.reader.at() === after
          const reader = goesOn && session ? session.reader : await start(name, after)
          let more = false
          try {
            const page = await reader.next(limit)
            more = page.more
            return page
          } finally {
            if (!more) await closeSession()
          }
        }),
      ),
    remove: (name) =>
      reading(() =>
        told('writing', async () => {
          if (!options.writable) throw new AppError('readOnly', { path: folder })
          if (session?.name === name) await closeSession()
          await disk.rm(join(folder, name), { force: true })
          await syncFolder(disk, folder)
        }),
      ),
    daily: () =>
      making(() =>
        told('writing', async () => {
          if (!options.writable || hasDaily(await list(), options.now())) return
          if ((await journal.pull(null, 1)).records.length > 0) await make('daily')
        }),
      ),
    close: async () => {
      closing.abort(new AppError('cancelled'))
      await making(async () => undefined)
      await reading(closeSession)
    },
  }
}
