import type { RecordState } from '../../shared/change/index.ts'
import type { Desktop } from '../../shared/desktop-api.ts'
import { applyStates, type Book, logSync, statesOf } from '../data/index.ts'
import { exchange, settleIn } from './exchange.ts'
import { pullAll } from './pull.ts'
import { fileReplica, sharedReplica } from './shared.ts'
import { walkOn } from './tables.ts'

const forever = new AbortController().signal

/**
 * Brings everything that the place has into a book that has just joined there, and gives what is here.
 * @returns whether the book syncs anywhere
 * @throws AppError what stands in the way; it is gone on with by the next try
 */
export const joinPlace = async (
  book: Book,
  desktop: Desktop,
  onProgress: (records: number) => void,
): Promise<boolean> => {
  const { place, target, needs } = await desktop.call('sync.state', {})
  if (place === null || needs !== 'nothing') return false
  if (place.kind === 'file') {
    const replica = fileReplica(desktop, book.id)
    const options = { allow: true, keep: false, compare: false, signal: forever, now: Date.now, onProgress }
    await settleIn(book, (await pullAll(book.db, replica, options)).changed)
    return true
  }
  const began = Date.now()
  const done = await exchange(book, desktop, sharedReplica(desktop, book.id, target), {
    allow: true,
    signal: forever,
    now: Date.now,
    onProgress: ({ direction, done }) => {
      if (direction === 'in') onProgress(done)
    },
  })
  const { in: came, out, aside } = done
  await logSync(book.db, { at: began, duration: Date.now() - began, in: came, out, aside })
  return true
}

/** What each book has of its own, so that a former one's is not to be put over it. */
const ownOfBook = new Set(['settings', 'blocklist'])
/** Lists that both books began with: what the joined one says of an item holds. */
const lists = new Set(['listItems', 'pipelines'])

const TOGETHER = 500

/**
 * Takes all records of the book that was open before into this one, as changes that go to the journal and to the place.
 * Doing it again does no harm. What is the book's own stays behind: settings, and the blocklist, which only means
 * something with the book's id.
 * @throws AppError when one of the two can't be read or written
 */
export const bringFormer = async (book: Book, former: Book, onProgress: (records: number) => void): Promise<void> => {
  let place: { table: string; after: string } | undefined = { table: '', after: '' }
  let done = 0
  while (place) {
    const { states, next }: Awaited<ReturnType<typeof walkOn>> = await walkOn(former.db, place, TOGETHER)
    const wanted = states.filter(({ table }) => !ownOfBook.has(table))
    const listed = await statesOf(
      book.db,
      wanted.filter(({ table }) => lists.has(table)),
    )
    const held = new Set(listed.map(({ table, id }) => `${table}/${id}`))
    const brought: RecordState[] = wanted.filter(({ table, id }) => !held.has(`${table}/${id}`))
    if (brought.length > 0) await applyStates(book.db, `former:${former.id}`, brought, undefined)
    done += states.length
    onProgress(done)
    place = next
  }
}
