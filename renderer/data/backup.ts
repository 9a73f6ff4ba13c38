import type { Desktop, DesktopOutput } from '../../shared/desktop-api.ts'
import { settled } from './apply.ts'
import type { Book } from './book.ts'

export type Backup = DesktopOutput<'backups.list'>['backups'][number]

/** How long a backup waits for what is not yet in the files, in milliseconds. */
const PATIENCE = 20_000

/**
 * Makes a backup of everything written so far: backups are made from the files, so it waits until they have it all.
 * @throws AppError cancelled when the files do not get it, and what the desktop side throws
 */
export const makeBackup = async (desktop: Desktop, book: Book, reason: Backup['reason']): Promise<Backup> => {
  await settled(book.db, 'journal', AbortSignal.timeout(PATIENCE))
  return (await desktop.call('backups.create', { reason })).backup
}
