import type { Aside } from '../../shared/change/index.ts'
import type { BookDatabase } from './database.ts'
import type { AsideEntry, SyncLogEntry } from './local-tables.ts'

/** Exchanges that the log tells of. */
const LOG_LENGTH = 200

/** Notes one exchange and forgets the oldest. */
export const logSync = (db: BookDatabase, entry: SyncLogEntry): Promise<void> =>
  db.transaction('rw', db.syncLog, async () => {
    await db.syncLog.add(entry)
    const old = await db.syncLog.orderBy('id').reverse().offset(LOG_LENGTH).primaryKeys()
    await db.syncLog.bulkDelete(old)
  })

/** Keeps what could not be taken. What was put aside before keeps its time. */
export const keepAsides = (
  db: BookDatabase,
  target: string,
  direction: AsideEntry['direction'],
  asides: readonly Aside[],
  at: number,
): Promise<void> =>
  db.transaction('rw', db.asides, async () => {
    for (const { key, reason } of asides) {
      const held = await db.asides.get([target, key])
      await db.asides.put({ target, key, reason, direction, at: held?.at ?? at })
    }
  })

/** Forgets what went out after all, or came in. */
export const forgetAsides = async (db: BookDatabase, target: string, keys: readonly string[]): Promise<void> => {
  await db.asides.bulkDelete(keys.map((key): [string, string] => [target, key]))
}

/** What was put aside at a target. */
export const asidesOf = (db: BookDatabase, target: string): Promise<AsideEntry[]> =>
  db.asides.where('[target+key]').between([target, ''], [target, '\uffff']).toArray()

/** Puts one away: it is not shown any more. At the target it stays as it is. */
export const dismissAside = (db: BookDatabase, { target, key }: AsideEntry): Promise<void> =>
  forgetAsides(db, target, [key])
