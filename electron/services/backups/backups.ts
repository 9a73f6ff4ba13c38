import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import type { Page } from '../../../shared/change/index.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { Disk } from '../disk/disk.ts'
import { onDisk } from '../disk/errors.ts'
import { syncFolder } from '../disk/files.ts'
import type { Journal } from '../journal/journal.ts'
import type { KeyringSource } from '../keys/keyring.ts'
import { createQueue } from '../queue.ts'
import { openArchive } from './archive-in.ts'
import { createBackupKeys } from './keys.ts'
import { createListBackups, type ListBackups } from './list-backups.ts'
import { makeBackup, wholeAttachments } from './make.ts'
import type { Backup, BackupReason } from './manifest.ts'
import { type ReadSession, startReading } from './read-session.ts'
import { hasDaily, outlived } from './retention.ts'
import { rewriteBackups } from './rewrite.ts'
import type { BackupSeal } from './seal.ts'
import { restoreAttachments, verifyArchive } from './verify.ts'

export type Backups = {
  list: ListBackups
  create: (reason: BackupReason) => Promise<Backup>
  /**
   * Records behind a cursor. The first page checks the whole backup and puts its attachments back.
   * @param source opens one that is sealed with another key than the book's; once given it is known until the end
   */
  read: (name: string, after: string | null, limit: number, source?: KeyringSource) => Promise<Page>
  /** Deletes one for good. */
  remove: (name: string) => Promise<void>
  /** Makes the day's backup where there is none yet and the book is not empty. */
  daily: () => Promise<void>
  /** Writes all backups anew as new ones are made, sealed or plain. Of a book with a key only. */
  rewrite: (signal: AbortSignal) => Promise<void>
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
  /** Of a book with a key. */
  seal: BackupSeal | undefined
}

/** Backups: zip archives beside the book. Each method fails with an `AppError`. */
export const createBackups = ({ disk, folder, journal, attachments, seal, ...options }: BackupsOptions): Backups => {
  const list = createListBackups(disk, folder)
  const keys = createBackupKeys(seal)
  const making = createQueue()
  const reading = createQueue()
  const closing = new AbortController()
  let session: { name: string; reader: ReadSession } | undefined

  const prune = async (): Promise<void> => {
    for (const { name } of outlived(await list())) await disk.rm(join(folder, name), { force: true })
  }

  const make = async (reason: BackupReason): Promise<Backup> => {
    const { signal } = closing
    signal.throwIfAborted()
    if (!options.writable) throw new AppError('readOnly', { path: folder })
    const backup = await makeBackup({
      disk,
      folder,
      bookId: options.bookId,
      now: options.now(),
      reason,
      seal,
      signal,
      withContent: (use) =>
        journal.readAll(signal, (entries) => use({ entries, attachments: wholeAttachments(attachments) })),
    })
    // The backup is there; that an old one could not be deleted is no reason to say that it is not.
    await prune().catch(() => undefined)
    return backup
  }

  const closeSession = async (): Promise<void> => {
    const { reader } = session ?? {}
    session = undefined
    await reader?.close()
  }

  const start = async (name: string, after: string | null, source: KeyringSource | undefined): Promise<ReadSession> => {
    await closeSession()
    const archive = await openArchive(disk, join(folder, name), name)
    try {
      const key = await keys.of(archive.manifest, name, source)
      await verifyArchive(archive, key, name, closing.signal)
      if (options.writable) await restoreAttachments(archive, key, attachments, name, closing.signal)
      const reader = startReading(archive, key, name, after)
      session = { name, reader }
      return reader
    } catch (error) {
      archive.close()
      throw error
    }
  }

  const told = <T>(doing: 'reading' | 'writing', job: () => Promise<T>): Promise<T> => onDisk(folder, doing, job)

  return {
    list: () => told('reading', list),
    create: (reason) => making(() => told('writing', () => make(reason))),
    read: (name, after, limit, source) =>
      reading(() =>
        told('reading', async () => {
          const goesOn = after !== null && session?.name === name && session.reader.at() === after
          const reader = goesOn && session ? session.reader : await start(name, after, source)
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
    rewrite: async (signal) => {
      if (seal === undefined) return
      const stop = AbortSignal.any([signal, closing.signal])
      await making(() => reading(() => told('writing', () => rewriteBackups(disk, folder, seal, stop))))
    },
    close: async () => {
      closing.abort(new AppError('cancelled'))
      await making(async () => undefined)
      await reading(closeSession)
    },
  }
}
