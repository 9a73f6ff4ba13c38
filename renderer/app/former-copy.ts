import { applyStates, type Book, deleteDatabase, isDamaged, openBook, readPosition, statesOf } from '../data/index.ts'

const JOURNAL = 'journal'

/** Brings over what a plain copy had written and not given to the files before the book was locked. */
const bringOver = async (book: Book): Promise<void> => {
  const former = openBook({ id: book.id, device: book.device })
  try {
    const { pushed } = await readPosition(former.db, JOURNAL)
    const waiting = await former.db.changes.where('seq').above(pushed).toArray()
    const states = await statesOf(former.db, waiting)
    if (states.length > 0) await applyStates(book.db, 'former', states, undefined)
  } catch (error) {
    if (!isDamaged(error)) throw error
  } finally {
    former.close()
  }
}

/**
 * Removes the copy of a book that was made before it was locked or unlocked, once the present one is whole. One that
 * can't be read any more goes too: it would give the customers away.
 * @throws AppError when what it holds can't be brought over; it stays then
 */
export const dropFormerCopy = async (book: Book, known: readonly { id: string; sealed: boolean }[]): Promise<void> => {
  const isSealed = book.access.rowKey !== undefined
  if (!known.some(({ id, sealed }) => id === book.id && sealed !== isSealed)) return
  if (isSealed) await bringOver(book)
  await deleteDatabase(book.id, !isSealed)
}
