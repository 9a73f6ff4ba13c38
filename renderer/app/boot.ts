import { AppError, type ErrorCode } from '../../shared/app-error.ts'
import type { Replica } from '../../shared/change/index.ts'
import type { Desktop, DesktopOutput } from '../../shared/desktop-api.ts'
import {
  type Book,
  bookOfDatabase,
  completeLists,
  createTextSeal,
  deleteDatabase,
  isDamaged,
  isEmpty,
  openBook,
  startOver,
  toAppError,
} from '../data/index.ts'
import { createReplicator, journalReplica, type Replicator } from '../replication/index.ts'
import { isDeviceSealed, sealDeviceStorage, unsealDeviceStorage } from '../view-state/index.ts'
import { dropFormerCopy } from './former-copy.ts'
import { fillJoined } from './joining.ts'
import { patiently } from './patiently.ts'

export type BootStep = 'opening' | 'rebuilding' | 'joining'
export type Booted = {
  book: Book
  replicator: Replicator
  /** What the desktop side noticed while opening the files. */
  notices: DesktopOutput<'book.open'>['notices']
  /** Why the files could not be opened; the window works on, and every save tries again. */
  withoutFiles?: AppError
  /** How many records came back from the files because the window's copy was empty or broken; 0 otherwise. */
  rebuilt: number
  /** Whether the files were lost and are being written again. */
  filesLost: boolean
  /** Whether the book has been set up. */
  isNew: boolean
}

const TARGET = 'journal'
const LAST_BOOK = 'fairbook.lastBook'

type KnownBook = { id: string; sealed: boolean }

/** The copies in this window, the one that was open last first. */
const knownBooks = async (): Promise<KnownBook[]> => {
  // Where even the list can't be read, the book that was open last is the one to ask for.
  const found = await patiently(() => indexedDB.databases()).catch(() => [])
  const books = found.flatMap(({ name = '' }) => bookOfDatabase(name) ?? [])
  const last = localStorage.getItem(LAST_BOOK)
  if (books.length === 0 && last !== null) return [{ id: last, sealed: isDeviceSealed() }]
  return books.sort((a, b) => Number(b.id === last) - Number(a.id === last))
}

/**
 * Opens the window's copy. One that is damaged is thrown away, but only when the files can bring it back.
 * @throws AppError
 */
const openDatabase = async (
  { bookId: id, deviceId: device, rowKey }: OpenedFiles,
  filesHaveIt: boolean,
): Promise<Book> => {
  const open = async (): Promise<Book> => {
    const book = openBook({ id, device, rowKey })
    try {
      await book.db.open()
      // Reads one, because rows that another key sealed can be counted but not opened.
      await book.db.settings.limit(1).toArray()
      return book
    } catch (error) {
      book.close()
      throw error
    }
  }
  try {
    return await patiently(open)
  } catch (error) {
    if (!filesHaveIt || !isDamaged(error)) throw toAppError(error)
    await deleteDatabase(id, rowKey !== undefined)
    return open().catch((failure: unknown) => {
      throw toAppError(failure)
    })
  }
}

const DAMAGE = new Set(['damagedLines', 'damagedSnapshot'])

/** Whether the files lack something that the window may still have. */
const lacksRecords = ({ fresh, notices }: DesktopOutput<'book.open'>): boolean =>
  fresh || notices.some(({ kind }) => DAMAGE.has(kind))

const DEVICE_KEY = 'fairbook.device'

/** What stands in the way of the files but not of the window's own copy. */
const PASSING = new Set<ErrorCode>(['diskFull', 'readOnly', 'folderMissing', 'noAccess'])

type OpenedFiles = DesktopOutput<'book.open'> & { withoutFiles?: AppError }

/** Opens the files; where that can't be now, but the window has the book, goes on without them. */
const openFiles = async (desktop: Desktop, known: readonly KnownBook[]): Promise<OpenedFiles> => {
  try {
    return await desktop.call('book.open', { known: [...new Set(known.map(({ id }) => id))] })
  } catch (error) {
    const [book] = known
    const deviceId = localStorage.getItem(DEVICE_KEY)
    if (!(error instanceof AppError) || !PASSING.has(error.code) || !book || !deviceId) throw error
    // The key to a sealed copy lies with the files.
    if (known.some(({ id, sealed }) => id === book.id && sealed)) throw error
    return { bookId: book.id, deviceId, fresh: false, notices: [], withoutFiles: error }
  }
}

/** The journal of files that could not be opened yet: each push tries again. */
const reopening = (desktop: Desktop, book: Book, journal: Replica): Replica => {
  let isOpen = false
  return {
    ...journal,
    push: async (records) => {
      if (!isOpen) {
        const opened = await desktop.call('book.open', { known: [book.id] })
        if (lacksRecords(opened)) await startOver(book.db, TARGET)
        isOpen = true
      }
      return journal.push(records)
    },
  }
}

type OnStep = (step: BootStep, records: number) => void

/** Gives each side what only the other has. */
const bringTogether = async (
  book: Book,
  replicator: Replicator,
  files: OpenedFiles,
  onStep: OnStep,
  fill: () => Promise<void>,
): Promise<Booted> => {
  const wasEmpty = await isEmpty(book.db)
  if (!wasEmpty && lacksRecords(files)) await startOver(book.db, TARGET)
  const pulled = files.withoutFiles
    ? 0
    : await replicator.pull((records) => {
        if (wasEmpty) onStep('rebuilding', records)
      })
  await fill()
  const isNew = await isEmpty(book.db)
  if (!isNew) await completeLists(book)
  return {
    book,
    replicator,
    notices: files.notices,
    ...(files.withoutFiles && { withoutFiles: files.withoutFiles }),
    rebuilt: wasEmpty ? pulled : 0,
    filesLost: !wasEmpty && files.fresh,
    isNew,
  }
}

/**
 * Opens the book: the files, then the window's copy, then whatever one has and the other lacks.
 * @throws AppError
 */
export const boot = async (desktop: Desktop, onStep: OnStep): Promise<Booted> => {
  onStep('opening', 0)
  const known = await knownBooks()
  const files = await openFiles(desktop, known)
  const book = await openDatabase(files, !files.fresh && !files.withoutFiles)
  if (files.rowKey) sealDeviceStorage(createTextSeal(files.rowKey))
  else unsealDeviceStorage()
  localStorage.setItem(LAST_BOOK, files.bookId)
  localStorage.setItem(DEVICE_KEY, files.deviceId)
  // Some browsers ask the user first, and the book does not wait for the answer.
  navigator.storage.persist().catch(() => false)
  const journal = journalReplica(desktop, files.bookId)
  const replicator = createReplicator(book.db, files.withoutFiles ? reopening(desktop, book, journal) : journal)
  try {
    const fill = () => fillJoined(desktop, book, known, (records) => onStep('joining', records))
    const booted = await bringTogether(book, replicator, files, onStep, fill)
    await dropFormerCopy(book, known)
    return booted
  } catch (error) {
    replicator.stop()
    book.close()
    throw error
  }
}
