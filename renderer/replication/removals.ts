import { AppError } from '../../shared/app-error.ts'
import { ERASED, merge, type RecordState } from '../../shared/change/index.ts'
import { type BookDatabase, rowsOf, statesOf } from '../data/index.ts'

/** The tables of which the fail-safe counts records. */
const counted = ['customers', 'deals', 'interactions', 'tasks'] as const
type Counted = (typeof counted)[number]

const isCounted = (table: string): table is Counted => counted.some((name) => name === table)

const DELETED = 'deletedAt'

/** Whether a record is in the trash or erased. */
export const isRemoved = ({ values }: RecordState): boolean =>
  Object.hasOwn(values, DELETED) || Object.hasOwn(values, ERASED)

/** So few may always go. */
const FEW = 20
/** The part of a table, as one in so many, that may go without asking. */
const PART = 5

/** Living records of a table. */
const livingIn = async (db: BookDatabase, table: Counted): Promise<number> => {
  const [all, trashed, erased] = await Promise.all([
    rowsOf(db, table).count(),
    rowsOf(db, table).where(DELETED).above('').count(),
    db.erasures.where('key').startsWith(`${table}/`).count(),
  ])
  return all - trashed - erased
}

/** Counts records that would be removed, each once. */
export const countRemovals = () => {
  const keys: Record<Counted, Set<string>> = {
    customers: new Set(),
    deals: new Set(),
    interactions: new Set(),
    tasks: new Set(),
  }
  return {
    add: ({ table, id }: RecordState): void => {
      if (isCounted(table)) keys[table].add(id)
    },
    /**
     * @throws AppError `syncWouldRemove` when it is more than a fifth of what lives in a table, with `count` and `total`
     */
    check: async (db: BookDatabase, direction: 'in' | 'out'): Promise<void> => {
      let [count, total] = [0, 0]
      for (const table of counted) {
        const { size } = keys[table]
        if (size <= FEW) continue
        const living = (await livingIn(db, table)) + (direction === 'out' ? size : 0)
        if (size * PART <= living) continue
        count += size
        total += living
      }
      if (count > 0) throw new AppError('syncWouldRemove', { count, total, direction })
    },
  }
}

export type Removals = ReturnType<typeof countRemovals>

/** Parts records that come in: those that would remove one that lives here, and all others. */
export const partRemovals = async (
  db: BookDatabase,
  states: readonly RecordState[],
): Promise<{ removing: RecordState[]; others: RecordState[] }> => {
  const doubtful = states.filter((state) => isCounted(state.table) && isRemoved(state))
  if (doubtful.length === 0) return { removing: [], others: [...states] }
  const held = new Map((await statesOf(db, doubtful)).map((state) => [`${state.table}/${state.id}`, state]))
  const removing = new Set(
    doubtful.filter((state) => {
      const here = held.get(`${state.table}/${state.id}`)
      return here !== undefined && !isRemoved(here) && isRemoved(merge(here, state))
    }),
  )
  return { removing: [...removing], others: states.filter((state) => !removing.has(state)) }
}
