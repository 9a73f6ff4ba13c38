import type { Desktop, DesktopInput } from '../../../../shared/desktop-api.ts'
import { type Book, makeBackup } from '../../../data/index.ts'
import { beginAnew } from '../../../desktop/index.ts'
import { forgetFormer, readSyncFile, rememberFormer, type Sync } from '../../../replication/index.ts'
import type { PlaceLogin } from '../place/place-draft.ts'

export type KeySource = NonNullable<DesktopInput<'sync.join'>['key']>

/** What becomes of the records that are here when another book is joined. */
export type Former = 'bring' | 'leave'

export type JoinRequest = PlaceLogin & {
  key?: KeySource | undefined
  /** Whether there is anything here that a backup is to be made of. */
  hasRecords: boolean
  /** Whether it was made already, before a try that came to nothing, as with a wrong passphrase. Kept up to date. */
  backedUp: { current: boolean }
  former: Former
}

/**
 * Backs up what is here and syncs with the book at the place from then on. When that is another one, the window starts
 * anew with it. @returns whether it does @throws AppError
 */
export const joinBook = async (
  { desktop, book, sync }: { desktop: Desktop; book: Book; sync: Sync },
  { place, password, key, hasRecords, backedUp, former }: JoinRequest,
): Promise<boolean> => {
  if (hasRecords && !backedUp.current) await makeBackup(desktop, book, 'join')
  backedUp.current = true
  // Before the other book is open: a crash right after would leave behind what is to come along.
  rememberFormer({ bookId: book.id, bring: hasRecords && former === 'bring' })
  const { switched } = await desktop.call('sync.join', {
    place,
    ...(password !== undefined && { password }),
    ...(key && { key }),
  })
  if (switched) {
    // The record that is open here is not in that book.
    window.history.replaceState(null, '', '/')
    beginAnew()
    return true
  }
  forgetFormer()
  if (place.kind === 'file') await readSyncFile(book, desktop)
  await sync.reload()
  return false
}
