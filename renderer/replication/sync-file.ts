import { AppError } from '../../shared/app-error.ts'
import { type Desktop, MAX_FILE_PART, type SyncSummary } from '../../shared/desktop-api.ts'
import { type Book, settled } from '../data/index.ts'
import { settleIn } from './exchange.ts'
import { pullAll } from './pull.ts'
import { fileReplica, type KeySource } from './shared.ts'

type Running = {
  signal: AbortSignal
  /** Taking and giving: bytes; reading: records. */
  onProgress: (done: number, total?: number) => void
}

const quiet: Running = { signal: new AbortController().signal, onProgress: () => undefined }

/** How long taking waits for what is not yet in the files, in milliseconds. */
const PATIENCE = 20_000

const stopIf = (signal: AbortSignal): void => {
  if (signal.aborted) throw new AppError('cancelled')
}

/**
 * Makes a sync file of everything written so far.
 * @throws AppError `cancelled`, also when the files do not get what was written; and what the desktop side throws
 */
export const takeSyncFile = async (
  book: Book,
  desktop: Desktop,
  { signal, onProgress }: Running = quiet,
): Promise<{ name: string; blob: Blob }> => {
  await settled(book.db, 'journal', AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]))
  const { size, name } = await desktop.call('syncFile.take', { bookId: book.id })
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let offset = 0; offset < size; ) {
    stopIf(signal)
    const { bytes } = await desktop.call('syncFile.part', { offset })
    if (bytes.length === 0) throw new AppError('syncFileDamaged')
    parts.push(new Uint8Array(bytes))
    offset += bytes.length
    onProgress(offset, size)
  }
  return { name, blob: new Blob(parts) }
}

/**
 * Hands a sync file to the desktop side, which says what it is.
 * @throws AppError `syncFileDamaged`, `syncFileOther`, `cancelled`
 */
export const giveSyncFile = async (
  desktop: Desktop,
  file: Blob,
  { signal, onProgress }: Running = quiet,
): Promise<SyncSummary> => {
  for (let offset = 0; ; offset += MAX_FILE_PART) {
    stopIf(signal)
    const bytes = new Uint8Array(await file.slice(offset, offset + MAX_FILE_PART).arrayBuffer())
    const last = offset + MAX_FILE_PART >= file.size
    const { summary } = await desktop.call('syncFile.give', { offset, bytes, last })
    onProgress(Math.min(offset + bytes.length, file.size), file.size)
    if (summary) return summary
    if (last) throw new AppError('syncFileDamaged')
  }
}

export type ReadFile = { in: number; aside: number }

/**
 * Brings in what the sync file that was given has and the book has not. Stops before too much is removed, as an exchange
 * does. One that was broken off is read again from its start.
 * @throws AppError `syncWouldRemove`, `syncWrongBook`, `syncFileDamaged`, `cancelled`
 */
export const readSyncFile = async (
  book: Book,
  desktop: Desktop,
  { signal, onProgress, allowRemovals = false, key }: Running & { allowRemovals?: boolean; key?: KeySource } = quiet,
): Promise<ReadFile> => {
  const pulled = await pullAll(book.db, fileReplica(desktop, book.id, key), {
    allow: allowRemovals,
    keep: false,
    compare: false,
    signal,
    now: Date.now,
    onProgress,
  })
  await settleIn(book, pulled.changed)
  return { in: pulled.changed, aside: pulled.aside.length }
}
