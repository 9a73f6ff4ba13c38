import type { Desktop, DesktopInput } from '../../../../shared/desktop-api.ts'
import { type Book, settled } from '../../../data/index.ts'
import { beginAnew } from '../../../desktop/index.ts'
import { unsealDeviceStorage } from '../../../view-state/index.ts'

/** How long it waits for the files to have what the window has, in milliseconds. */
const PATIENCE = 30_000

/** The window's copy is thrown away and made anew from the files: they must have it all before. @throws AppError */
const saved = ({ db }: Book): Promise<void> => settled(db, 'journal', AbortSignal.timeout(PATIENCE))

/**
 * Seals the book's files under a passphrase.
 * @returns the recovery key, and whether some files are sealed only at the next start
 * @throws AppError; nothing is locked then
 */
export const enableLock = async (
  desktop: Desktop,
  book: Book,
  passphrase: string,
): Promise<{ recoveryKey: string; unfinished: boolean }> => {
  await saved(book)
  const { recoveryKey, unfinished = false } = await desktop.call('lock.enable', { passphrase })
  return { recoveryKey, unfinished }
}

/** Starts the program anew, so that nothing of what the window kept in the open stays on the disk. */
export const startAnew = async (desktop: Desktop, book: Book): Promise<void> => {
  await saved(book)
  const { restarts } = await desktop.call('host.restart', {})
  if (!restarts) beginAnew()
}

/**
 * Takes the lock off: files and window's copy are plain again.
 * @throws AppError; can be tried again, whether the lock is off by then or not
 */
export const disableLock = async (desktop: Desktop, book: Book, passphrase: string): Promise<void> => {
  await saved(book)
  const { enabled } = await desktop.call('lock.state', {})
  if (enabled) await desktop.call('lock.disable', { passphrase })
  // What another window wrote meanwhile stands in the sealed copy, which nothing opens after this.
  await saved(book)
  unsealDeviceStorage()
  beginAnew()
}

/** @throws AppError */
export const changePassphrase = (
  desktop: Desktop,
  key: DesktopInput<'lock.changePassphrase'>['key'],
  next: string,
): Promise<unknown> => desktop.call('lock.changePassphrase', { key, next })
