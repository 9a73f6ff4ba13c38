import type { Desktop } from '../../shared/desktop-api.ts'
import { type Book, deleteDatabase, isEmpty, openBook } from '../data/index.ts'
import { bringFormer, forgetFormer, formerBook, joinPlace } from '../replication/index.ts'

type KnownBook = { id: string; sealed: boolean }

const takeAlong = async (book: Book, { id, sealed }: KnownBook, onProgress: (records: number) => void) => {
  const { rowKey } = book.access
  const former = openBook({ id, device: book.device, ...(sealed && { rowKey }) })
  try {
    await bringFormer(book, former, onProgress)
  } finally {
    former.close()
  }
}

/**
 * Fills a book that was joined: from the place, then with what is to come along from the book that was open before,
 * whose copy goes then. Each step can be broken off; the next start does it again. A book that was joined and filled
 * waits for nothing.
 * @throws AppError when the place can't be read, or the former book; both stay as they are
 */
export const fillJoined = async (
  desktop: Desktop,
  book: Book,
  known: readonly KnownBook[],
  onProgress: (records: number) => void,
): Promise<void> => {
  const former = formerBook()
  const isOther = former !== undefined && former.bookId !== book.id
  // The join that it was remembered for did not come about.
  if (former !== undefined && !isOther) forgetFormer()
  if (!isOther && !(await isEmpty(book.db))) return
  try {
    await joinPlace(book, desktop, onProgress)
  } catch (error) {
    // A book that only was set up, and has nothing yet, can begin without its place.
    if (isOther) throw error
    return
  }
  if (!isOther) return
  for (const copy of known.filter(({ id }) => id === former.bookId)) {
    if (former.bring) await takeAlong(book, copy, onProgress)
    await deleteDatabase(copy.id, copy.sealed)
  }
  forgetFormer()
}
