import { AppError } from '../../../shared/app-error.ts'
import type { LockKeeper } from '../lock/keeper.ts'
import { createQueue } from '../queue.ts'
import { dropUnproven, proveConfig } from '../sync/config.ts'
import { type Book, type BookOptions, openBook } from './book.ts'
import { type HeldFolder, holdFolder } from './hold-folder.ts'

/** Opens the book and closes it again; what wants to use it meanwhile waits, or is told that it is locked. */
export type BookHolder = {
  /** The book, opened where it is not yet. @throws AppError `locked` and as `openFolder` */
  open: (known: readonly string[]) => Promise<Book>
  /**
   * Runs a job with the book; a closing waits for it. Not to be called within such a job.
   * @throws AppError `locked`, or `notAllowed` before the book was opened and after the end
   */
  using: <T>(job: (book: Book) => Promise<T>) => Promise<T>
  /** Closes the book, makes a change to how it is kept, and opens it again, also when that failed. All others wait. */
  reopened: (change: () => Promise<void>) => Promise<Book>
  /** Closes the book and keeps the folder. */
  close: () => Promise<void>
  /** Closes the book for good and lets the folder go. */
  end: () => Promise<void>
}

export const createBookHolder = (options: Omit<BookOptions, 'known'>, keeper: LockKeeper): BookHolder => {
  const { disk, paths } = options
  const turns = createQueue()
  const users = new Set<Promise<unknown>>()
  let held: HeldFolder | undefined
  let opening: Promise<Book> | undefined
  /** The same once it is open. What is used must be this one, or it would write in a way that is over. */
  let opened: Book | undefined
  let over = false

  /** Goes on with writing the files anew where that was broken off. Nobody has to wait for it a second time. */
  const settle = async (book: Book): Promise<void> => {
    const note = await keeper.note()
    if (note === undefined || !book.folder.writable) return
    await keeper.mend()
    const isWritten = note.state === 'sealed' && !book.folder.mixed
    if (isWritten && note.sync === 'proven') return
    if (!isWritten) await book.rewrite(new AbortController().signal)
    const proof = await keeper.proof()
    if (note.state === 'opening') {
      if (proof?.required) await dropUnproven(disk, paths.sync, proof.prove)
      return keeper.remove()
    }
    // The proof first: of a file that is said to have one it is asked.
    if (proof?.required === false) await proveConfig(disk, paths.sync, proof.prove, note.state === 'sealing')
    await keeper.write({ ...note, state: 'sealed', sync: 'proven' })
  }

  const openNow = async (known: readonly string[]): Promise<Book> => {
    // Before the folder is touched: a book that stays locked is not held from another program.
    await keeper.atRest()
    const wasHeld = held !== undefined
    held ??= await holdFolder(disk, paths)
    try {
      const book = await openBook({ ...options, known }, held, await keeper.atRest())
      await settle(book).catch(options.onProblem)
      return book
    } catch (error) {
      if (!wasHeld) {
        await held.release().catch(() => undefined)
        held = undefined
      }
      throw error
    }
  }

  const open = async (known: readonly string[]): Promise<Book> => {
    // A window that was loaded again opens the book that is open. After a failure it may try once more.
    opening ??= openNow(known)
    try {
      opened = await opening
      return opened
    } catch (error) {
      opening = undefined
      throw error
    }
  }

  const closeNow = async (again = false): Promise<void> => {
    const book = opened
    opening = undefined
    opened = undefined
    if (book === undefined) return
    // Backups are broken off; saves are waited for.
    await Promise.all([book.backups.close(), Promise.allSettled(users)])
    await book.close(again)
  }

  const using = async <T>(job: (book: Book) => Promise<T>): Promise<T> => {
    const wasOver = over
    await turns(async () => undefined)
    if (opened === undefined) {
      if (over && !wasOver) throw new AppError('cancelled')
      throw new AppError(!over && (await keeper.isLocked()) ? 'locked' : 'notAllowed')
    }
    const run = job(opened)
    const done = run.catch(() => undefined).finally(() => users.delete(done))
    users.add(done)
    return run
  }

  return {
    open: (known) =>
      turns(async () => {
        if (over) throw new AppError('notAllowed')
        return open(known)
      }),
    using,
    reopened: (change) =>
      turns(async () => {
        if (over) throw new AppError('notAllowed')
        const failure = await closeNow(true)
          .then(change)
          .then(
            () => undefined,
            (error: unknown) => ({ error }),
          )
        const book = await open([])
        if (failure !== undefined) throw failure.error
        return book
      }),
    close: () => turns(() => closeNow()),
    end: async () => {
      over = true
      await turns(async () => {
        const holding = held
        held = undefined
        await closeNow().finally(() => holding?.release())
      })
    },
  }
}
