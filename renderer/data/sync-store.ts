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

const FORGET = 'sync:forget'
const LAST = 'sync:last'
const SINCE = 'sync:waitingSince'
const VERSION = 'sync:version'

/** Whether the place may still hold earlier states of erased records. */
export const mustForget = async (db: BookDatabase): Promise<boolean> => (await db.meta.get(FORGET)) !== undefined

export const setMustForget = async (db: BookDatabase, must: boolean): Promise<void> => {
  if (must) await db.meta.put({ key: FORGET, value: true })
  else await db.meta.delete(FORGET)
}

/** Unix milliseconds of the last complete exchange with a target; undefined when there was none. */
export const lastExchange = async (db: BookDatabase, target: string): Promise<number | undefined> => {
  const held = (await db.meta.get(LAST))?.value as { target: string; at: number } | undefined
  return held?.target === target ? held.at : undefined
}

/** Notes a complete exchange. */
export const setLastExchange = async (db: BookDatabase, target: string, at: number): Promise<void> => {
  await db.meta.put({ key: LAST, value: { target, at } })
}

/** Since when changes wait for the place, in Unix milliseconds: `now` when they only now do, undefined when none does. */
export const waitingSince = async (db: BookDatabase, waits: boolean, now: number): Promise<number | undefined> => {
  const held = (await db.meta.get(SINCE))?.value
  if (!waits) {
    if (held !== undefined) await db.meta.delete(SINCE)
    return undefined
  }
  if (typeof held === 'number') return held
  await db.meta.put({ key: SINCE, value: now })
  return now
}

/** Whether the program is another one than at the last time it was asked: it may read what that one could not. */
export const isOtherVersion = async (db: BookDatabase, version: string): Promise<boolean> => {
  const held = (await db.meta.get(VERSION))?.value
  if (held === version) return false
  await db.meta.put({ key: VERSION, value: version })
  return held !== undefined
}
