import type { SharedReplica } from '../../../electron/services/replicas/target.ts'
import { ERASED, merge, type RecordState } from '../../../shared/change/index.ts'
import { createFuse } from './fuse.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** A device of a later version: it writes tables and fields that no other device knows. */
export type NewerVersion = {
  /** Reads what is there and writes something new. */
  write: () => Promise<void>
  /** Takes out of its files what was erased. */
  forget: () => Promise<void>
  /** What it wrote that a book does not have. */
  missingIn: (book: ReadonlyMap<string, string>) => string[]
}

export const NEWER = 'newer'

/** A stamp of this device at an instant. */
const stampAt = (millis: number): string => `${millis.toString(36).padStart(9, '0')}.0000.${NEWER}`

export const createNewerVersion = (place: Place, random: Random, now: () => number): NewerVersion => {
  const wrote: { key: string; text: string }[] = []
  const customers = new Map<string, RecordState>()
  let opened: SharedReplica | undefined
  let cursor: string | null = null

  const push = async (replica: SharedReplica, state: RecordState, text: string): Promise<void> => {
    await replica.push([state])
    wrote.push({ key: `${state.table}/${state.id}`, text })
  }

  return {
    write: async () => {
      opened ??= place.open({ name: NEWER, fuse: createFuse(), reaches: () => true, onProblem: () => undefined })
      for (let more = true; more; ) {
        const page = await opened.pull(cursor, 500)
        for (const state of page.records) {
          const held = customers.get(state.id)
          if (state.table === 'customers') customers.set(state.id, held ? merge(held, state) : state)
        }
        more = page.more
        cursor = page.cursor
      }
      const id = `later-${wrote.length}`
      const stamp = stampAt(now())
      await push(opened, { table: 'later', id, values: { name: id, 'map/a': { deep: [1, null] } }, stamp }, id)
      const living = [...customers.values()].filter(({ values }) => !Object.hasOwn(values, ERASED))
      const customer = random.oneOf(living)
      const path = `later${wrote.length}`
      if (customer === undefined) return
      const changed = merge(customer, { ...customer, values: { [path]: 'kept' }, stamp, stamps: {} })
      customers.set(changed.id, changed)
      await push(opened, changed, path)
    },
    forget: async () => opened?.forget(),
    missingIn: (book) =>
      wrote.flatMap(({ key, text }) => {
        const held = book.get(key)
        return held !== undefined && (held.includes(`"${text}"`) || held.includes(`"${ERASED}"`))
          ? []
          : [`${key} ${text}`]
      }),
  }
}
