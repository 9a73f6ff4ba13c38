import { isMap, type RecordState } from '../../../shared/change/index.ts'
import { isRecordState } from '../lines/record-line.ts'
import { UnreadableRecord } from './codec.ts'

/** Deeper values than anything of ours has; far from where walking them would overflow. */
const DEEPEST = 64

/** Too deep, or with a number so large (`1e999`) that it was read as infinite: no page with it would reach the window. */
const isOdd = (value: unknown, left: number): boolean => {
  if (typeof value === 'number') return !Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((inner) => isOdd(inner, left - 1))
}

const isFlat = ({ values }: RecordState): boolean =>
  Object.entries(values).every(([path, value]) => path.includes('/') || !isMap(value))

/**
 * The record state in a value that JSON made, by the rules of `recordStateSchema`; anything beside it is left out.
 * @throws UnreadableRecord `odd`
 */
export const readState = (value: unknown): RecordState => {
  if (!isRecordState(value) || !isFlat(value) || isOdd(value.values, DEEPEST)) throw new UnreadableRecord('odd')
  const { table, id, values, stamp, stamps } = value
  return { table, id, values, stamp, ...(stamps && { stamps }) }
}
