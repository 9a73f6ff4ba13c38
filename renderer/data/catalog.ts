import { liveQuery } from 'dexie'

import { type Catalog, createCatalog } from '../../shared/domain/index.ts'
import type { BookDatabase } from './database.ts'

/** The catalog as the definitions in the book make it: read when first asked for, then kept up to date. */
export const followCatalog = (
  db: BookDatabase,
): { now: () => Promise<Catalog>; forget: () => void; stop: () => void } => {
  let held: Promise<Catalog> | undefined
  let subscription: { unsubscribe: () => void } | undefined
  const read = async () => createCatalog(await db.customFields.toArray())
  const forget = () => {
    held = undefined
  }
  const follow = () =>
    liveQuery(() => db.customFields.toArray()).subscribe({
      next: (definitions) => {
        held = Promise.resolve(createCatalog(definitions))
      },
      // What could not be read is read again by the next question, which hears why.
      error: forget,
    })
  return {
    now: () => {
      subscription ??= follow()
      held ??= read()
      held.catch(forget)
      return held
    },
    forget,
    stop: () => subscription?.unsubscribe(),
  }
}
