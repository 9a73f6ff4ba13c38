import { AppError } from '../../../shared/app-error.ts'
import { adoptBook } from '../book-folder/adopt-book.ts'
import type { Book } from '../book-folder/book.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { BookHolder } from '../book-folder/holder.ts'
import type { Disk } from '../disk/disk.ts'
import { onDisk } from '../disk/errors.ts'
import type { BookHandlers } from '../host-handlers.ts'
import type { Cost } from '../keys/kdf.ts'
import { createCarriedFiles } from './carried-files.ts'
import type { ConfigProof } from './config.ts'
import type { FileCall } from './file-handlers.ts'
import type { KeptSecrets } from './kept-secrets.ts'
import { openSync, type Sync, type SyncCall } from './open-sync.ts'

export type SyncHandlersOptions = {
  disk: Disk
  paths: FolderPaths
  holder: BookHolder
  secrets: KeptSecrets
  /** How a locked book proves where it syncs. */
  proof: () => Promise<ConfigProof | undefined>
  cost: Cost
  /** Unix milliseconds. */
  now: () => number
  onProblem: (error: unknown) => void
}

/** Milliseconds. */
const JUST_NOW = 600_000

type Handlers = Pick<BookHandlers, SyncCall | FileCall | 'attachments.get' | 'attachments.delete'>

/** The calls of sync, and those of attachments, whose files may be at the place only. */
export const syncHandlers = (
  { disk, paths, holder, secrets, proof, cost, now, onProblem }: SyncHandlersOptions,
  attachments: Pick<BookHandlers, 'attachments.get' | 'attachments.delete'>,
): Handlers => {
  const opened = new WeakMap<Book, Promise<Sync>>()
  const files = createCarriedFiles(disk, paths.carried)

  const open = async ({ folder, attachments: ours, isOpen }: Book): Promise<Sync> => {
    const { bookId, deviceId, journal, fresh } = folder
    // A file that was given to join by is needed until the book has its records.
    if (!fresh) await files.drop()
    const held = { secrets: await secrets.now(), proof: await proof(), attachments: ours, journal, files }
    const options = { disk, file: paths.sync, bookId, deviceId, cost, now, onProblem, isOpen, beforeSwitch: backUp }
    return openSync({ ...options, ...held })
  }

  /** Of the book that is open. What goes over a network then is not waited for by a book that closes. */
  const sync = (): Promise<Sync> =>
    holder.using(async (book) => {
      // The lock may have been closed and opened since.
      await secrets.now()
      const held = opened.get(book) ?? open(book)
      opened.set(book, held)
      held.catch(() => opened.delete(book))
      return held
    })

  /** What the folder holds before it becomes that of another book. */
  const backUp = (): Promise<void> =>
    holder.using(async ({ backups }) => {
      const [newest] = await backups.list()
      // The window makes one itself, when it has waited for what was not yet in the files.
      const isMade = newest?.reason === 'join' && Math.abs(now() - Date.parse(newest.createdAt)) < JUST_NOW
      if (!isMade) await backups.create('join')
    })

  /** The folder becomes that of another book; what it held is in the backup that was made first. */
  const adopt = async (bookId: string): Promise<void> => {
    await holder.reopened(() => onDisk(paths.root, 'writing', () => adoptBook(disk, paths, bookId)))
  }

  return {
    'sync.state': async (input) => (await sync()).handlers['sync.state'](input),
    'sync.inspect': async (input) => (await sync()).handlers['sync.inspect'](input),
    'sync.setUp': async (input) => (await sync()).handlers['sync.setUp'](input),
    'sync.join': async (input) => {
      const joined = await (await sync()).handlers['sync.join'](input)
      if (joined.switched) await adopt(joined.bookId)
      return joined
    },
    'sync.leave': async (input) => (await sync()).handlers['sync.leave'](input),
    'sync.unlock': async (input) => (await sync()).handlers['sync.unlock'](input),
    'sync.changePassphrase': async (input) => (await sync()).handlers['sync.changePassphrase'](input),
    'sync.newRecoveryKey': async (input) => (await sync()).handlers['sync.newRecoveryKey'](input),
    'sync.code': async (input) => (await sync()).handlers['sync.code'](input),
    'sync.push': async (input) => (await sync()).handlers['sync.push'](input),
    'sync.pull': async (input) => (await sync()).handlers['sync.pull'](input),
    'sync.forget': async (input) => (await sync()).handlers['sync.forget'](input),
    'sync.intake': async (input) => (await sync()).handlers['sync.intake'](input),
    'sync.intakeDone': async (input) => (await sync()).handlers['sync.intakeDone'](input),
    'syncFile.take': async (input) => (await sync()).handlers['syncFile.take'](input),
    'syncFile.part': async (input) => (await sync()).handlers['syncFile.part'](input),
    'syncFile.give': async (input) => (await sync()).handlers['syncFile.give'](input),
    'syncFile.pull': async (input) => (await sync()).handlers['syncFile.pull'](input),
    'attachments.get': async (input) => {
      try {
        return await attachments['attachments.get'](input)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'attachmentMissing') throw error
        const bytes = await (await sync()).fetchBlob(input.sha256).catch(() => undefined)
        if (bytes === undefined) throw error
        return { bytes: new Uint8Array(bytes) }
      }
    },
    'attachments.delete': async (input) => {
      await (await sync()).removeBlob(input.sha256)
      return attachments['attachments.delete'](input)
    },
  }
}
