import { AppError } from '../../../shared/app-error.ts'
import type { DesktopHandlers } from '../../../shared/desktop-api.ts'
import type { Seat } from './seat.ts'

type Exchange = Pick<DesktopHandlers, 'sync.push' | 'sync.pull' | 'sync.forget' | 'sync.intake' | 'sync.intakeDone'>

/** What goes to and fro once the book syncs. */
export const exchangeHandlers = (seat: Seat): Exchange => {
  /** Only for a window that holds this very book. */
  const linkOf = (bookId: string) => {
    if (bookId !== seat.options.bookId || bookId !== seat.theConfig().head.bookId) throw new AppError('syncWrongBook')
    return seat.link()
  }

  /** Files of erased people that could not be removed when there was no network. */
  const removeErased = async (bookId: string): Promise<void> => {
    const { blobs } = linkOf(bookId).replica
    for (const sha256 of seat.theConfig().removeBlobs) {
      await blobs.remove(sha256)
      await seat.note(({ removeBlobs, ...rest }) => ({
        ...rest,
        removeBlobs: removeBlobs.filter((other) => other !== sha256),
      }))
    }
  }

  return {
    'sync.push': async ({ bookId, records }) => {
      const { replica, blobs } = linkOf(bookId)
      await removeErased(bookId)
      const left = await blobs.put(records)
      const { aside = [] } = await replica.push(records)
      const all = [...left, ...aside]
      return { ...(all.length > 0 && { aside: all }) }
    },
    'sync.pull': async ({ bookId, after, limit }) => {
      const { replica, blobs } = linkOf(bookId)
      const page = await replica.pull(after, limit)
      blobs.fetchLater(page.records)
      return page
    },
    'sync.forget': async ({ bookId }) => {
      await linkOf(bookId).replica.forget()
      return {}
    },
    'sync.intake': async ({ bookId, limit }) => ({
      items: (await linkOf(bookId).replica.intake?.list(limit)) ?? [],
    }),
    'sync.intakeDone': async ({ bookId, items }) => {
      await linkOf(bookId).replica.intake?.done(items)
      return {}
    },
  }
}
