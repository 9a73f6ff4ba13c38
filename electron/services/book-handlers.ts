import { AppError } from '../../shared/app-error.ts'
import type { DesktopInput } from '../../shared/desktop-api.ts'
import type { Book } from './book-folder/book.ts'
import type { FolderPaths } from './book-folder/folder-paths.ts'
import type { BookHolder } from './book-folder/holder.ts'
import { onDisk } from './disk/errors.ts'
import type { BookHandlers } from './host-handlers.ts'
import type { KeyringSource } from './keys/keyring.ts'
import type { LockKeeper } from './lock/keeper.ts'

type BookCall = Extract<keyof BookHandlers, `${'book' | 'journal' | 'attachments' | 'backups'}.${string}`>

/** The code of another device is of sync, and opens nothing here. @throws AppError `invalidInput` for one */
export const keyringSource = (source: DesktopInput<'lock.open'>['key']): KeyringSource => {
  if ('code' in source) throw new AppError('invalidInput', { what: 'key' })
  return source
}

/** The calls about the files of the book. All but the opening fail with `locked` while it is locked. */
export const bookHandlers = (
  paths: FolderPaths,
  holder: BookHolder,
  keeper: LockKeeper,
): Pick<BookHandlers, BookCall> => {
  /** The book that was pushed to since it was opened: its window need not be asked for all it has again. */
  let pushedTo: Book | undefined

  const writing = <T>(job: (book: Book) => Promise<T>): Promise<T> =>
    holder.using((book) => {
      if (!book.folder.writable) throw new AppError('readOnly', { path: paths.root })
      return job(book)
    })

  /** Only for a window that holds this very book: one left open while the folder changed may hold another. */
  const journalOf = ({ folder }: Book, bookId: string): Book['folder']['journal'] => {
    if (folder.bookId !== bookId) throw new AppError('folderMissing', { path: paths.root })
    return folder.journal
  }

  return {
    'book.open': async ({ known }) => {
      const book = await holder.open(known)
      const { bookId, deviceId, fresh, notices } = book.folder
      const failed = { kind: 'backupFailed', params: { path: paths.backups } } as const
      const rowKey = await keeper.rowKey()
      return {
        bookId,
        deviceId,
        fresh: fresh && pushedTo !== book,
        notices: book.backupFailed() ? [...notices, failed] : notices,
        ...(rowKey && { rowKey }),
      }
    },
    'journal.push': ({ bookId, records }) =>
      holder.using(async (book) => {
        const { cursor } = await journalOf(book, bookId).push(records)
        pushedTo = book
        return { cursor }
      }),
    'journal.pull': ({ bookId, after, limit }) =>
      holder.using(async (book) => journalOf(book, bookId).pull(after, limit)),
    'journal.forget': ({ bookId, texts }) =>
      writing(async (book) => {
        const journal = journalOf(book, bookId)
        await onDisk(paths.root, 'writing', async () => {
          await journal.compact()
          await book.forgetAside(texts)
        })
        return {}
      }),
    'attachments.put': ({ bytes }) =>
      writing(({ attachments }) => onDisk(paths.attachments, 'writing', () => attachments.put(bytes))),
    'attachments.get': ({ sha256 }) =>
      holder.using(async ({ attachments }) => {
        const bytes = await onDisk(paths.attachments, 'reading', () => attachments.read(sha256))
        if (bytes === undefined) throw new AppError('attachmentMissing', { name: sha256 })
        // A plain copy: a Buffer is a view of memory it may share.
        return { bytes: new Uint8Array(bytes) }
      }),
    'attachments.delete': ({ sha256 }) =>
      writing(async ({ attachments }) => {
        await onDisk(paths.attachments, 'writing', () => attachments.remove(sha256))
        return {}
      }),
    'backups.list': () => holder.using(async ({ backups }) => ({ backups: await backups.list() })),
    'backups.create': ({ reason }) => holder.using(async ({ backups }) => ({ backup: await backups.create(reason) })),
    'backups.read': ({ name, after, limit, key }) =>
      holder.using(({ backups }) => backups.read(name, after, limit, key && keyringSource(key))),
    'backups.delete': ({ name }) =>
      holder.using(async ({ backups }) => {
        await backups.remove(name)
        return {}
      }),
  }
}
