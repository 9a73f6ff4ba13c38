import { AppError } from '../../shared/app-error.ts'
import type { Desktop, DesktopOutput } from '../../shared/desktop-api.ts'
import {
  type Book,
  DATABASE_PREFIX,
  deleteDatabase,
  isEmpty,
  openBook,
  readPosition,
  requeueAll,
  savePosition,
} from '../data/index.ts'
import { createReplicator, journalReplica, type Replicator } from '../replication/index.ts'

export type BootStep = 'opening' | 'rebuilding'
export type Booted = {
  book: Book
  replicator: Replicator
  /** What the desktop side noticed while opening the files. */
  notices: DesktopOutput<'book.open'>['notices']
  /** How many records came back from the files because the window's copy was empty or broken; 0 otherwise. */
  rebuilt: number
  /** Whether the files were lost and are being written again. */
  filesLost: boolean
  /** Whether the book has been set up. */
  isNew: boolean
}

const LAST_BOOK = 'fairbook.lastBook'

const knownBooks = async (): Promise<string[]> => {
  const found = await indexedDB.databases()
  const ids = found.flatMap(({ name }) =>
    name?.startsWith(DATABASE_PREFIX) ? [name.slice(DATABASE_PREFIX.length)] : [],
  )
  const last = localStorage.getItem(LAST_BOOK)
  return ids.sort((a, b) => Number(b === last) - Number(a === last))
}

const NEWER = 'VersionError'

const openDatabase = async (id: string, device: string): Promise<{ book: Book; broken: boolean }> => {
  const book = openBook({ id, device })
  try {
    await book.db.open()
    await book.db.settings.count()
    return { book, broken: false }
  } catch (error) {
    if (error instanceof Error && error.name === NEWER) throw new AppError('newerFormat', {}, error)
    book.close()
    await deleteDatabase(id)
    const again = openBook({ id, device })
    await again.db.open()
    return { book: again, broken: true }
  }
}

const DAMAGE = new Set(['damagedLines', 'damagedSnapshot'])

/** Whether the files lack something that the window may still have. */
const lacksRecords = ({ fresh, notices }: DesktopOutput<'book.open'>): boolean =>
  fresh || notices.some(({ kind }) => DAMAGE.has(kind))

/**
 * Opens the book: the files, then the window's copy, then whatever one has and the other lacks.
 * @throws AppError
 */
export const boot = async (desktop: Desktop, onStep: (step: BootStep, records: number) => void): Promise<Booted> => {
  onStep('opening', 0)
  const known = await knownBooks()
  const opened = await desktop.call('book.open', { known })
  const { book } = await openDatabase(opened.bookId, opened.deviceId)
  localStorage.setItem(LAST_BOOK, opened.bookId)

  const replicator = createReplicator(book.db, journalReplica(desktop, opened.bookId))
  const wasEmpty = await isEmpty(book.db)
  const hadData = !wasEmpty
  if (hadData && lacksRecords(opened)) {
    const { pushed } = await readPosition(book.db, 'journal')
    await savePosition(book.db, 'journal', { pushed, cursor: null })
    await requeueAll(book.db)
  }
  const pulled = await replicator.pull((records) => {
    if (wasEmpty) onStep('rebuilding', records)
  })
  await navigator.storage.persist().catch(() => false)
  return {
    book,
    replicator,
    notices: opened.notices,
    rebuilt: wasEmpty ? pulled : 0,
    filesLost: hadData && opened.fresh,
    isNew: await isEmpty(book.db),
  }
}
