import { ERASED, isMap, type RecordState, toRow } from '../../shared/change/index.ts'
import type { History } from '../../shared/domain/index.ts'
import type { BookDatabase } from './database.ts'

/** A history row with the stamp that it gave to what it changed. */
export type Stamped = History & { stamp: string }

/** What tells which others took something over from someone erased, and is gone once that is erased. */
export type Witnesses = {
  /** The history of customers. */
  history: readonly Stamped[]
  /** Customers as they were. */
  people: readonly RecordState[]
}

const KEY = 'erasure:witnesses'

const isState = (value: unknown): value is RecordState => isMap(value) && isMap(value['values'])

const heldStates = async ({ meta }: BookDatabase): Promise<RecordState[]> => {
  const value = (await meta.get(KEY))?.value
  return Array.isArray(value) ? value.filter(isState) : []
}

const isOfCustomer = ({ table, values }: RecordState): boolean =>
  table === 'customers' ||
  (table === 'history' && values['recordTable'] === 'customers' && Array.isArray(values['changes']))

export const witnessesOf = async (db: BookDatabase): Promise<Witnesses> => {
  const states = await heldStates(db)
  const rows = states.filter(({ table }) => table === 'history').map((state) => toRow(state) as unknown as Stamped)
  return { history: rows, people: states.filter(({ table }) => table === 'customers') }
}

/**
 * Keeps records as they are before they are erased, until the next sweep.
 * @returns the history rows among them
 */
export const keepWitnesses = async (db: BookDatabase, states: readonly RecordState[]): Promise<readonly Stamped[]> => {
  const found = states.filter((state) => isOfCustomer(state) && !Object.hasOwn(state.values, ERASED))
  if (found.length > 0) await db.meta.put({ key: KEY, value: [...(await heldStates(db)), ...found] })
  return found.filter(({ table }) => table === 'history').map((state) => toRow(state) as unknown as Stamped)
}

/** To be called when the sweep is over: they hold what was erased. */
export const dropWitnesses = ({ meta }: BookDatabase): Promise<void> => meta.delete(KEY)
