import { useLiveQuery } from 'dexie-react-hooks'

import { type OpenConflict, readConflicts, type SettledConflict } from './conflicts.ts'
import { useBook } from './hooks.ts'
import type { AsideEntry, SyncLogEntry } from './local-tables.ts'

/** The conflicts, open ones and those that were decided, each the newest first, live; undefined while loading. */
export const useConflicts = (): { open: OpenConflict[]; settled: SettledConflict[] } | undefined => {
  const { db } = useBook()
  return useLiveQuery(() => readConflicts(db), [db])
}

/** How many conflicts are open, live; 0 while loading. */
export const useConflictCount = (): number => useConflicts()?.open.length ?? 0

/** The last exchanges with the place where the book syncs, the newest first, live; undefined while loading. */
export const useSyncLog = (): SyncLogEntry[] | undefined => {
  const { db } = useBook()
  return useLiveQuery(() => db.syncLog.orderBy('id').reverse().toArray(), [db])
}

/** What could not be taken, in or out, the newest first, live; undefined while loading. */
export const useAsides = (): AsideEntry[] | undefined => {
  const { db } = useBook()
  return useLiveQuery(async () => (await db.asides.toArray()).sort((a, b) => b.at - a.at), [db])
}
