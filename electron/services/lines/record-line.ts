import type { RecordState } from '../../../shared/change/index.ts'

/** A record as a line holds it: its key, which orders it, and the bytes of its JSON. */
export type Entry = { key: string; json: Buffer }

const BEFORE_TABLE = '{"table":"'
const BEFORE_ID = '","id":"'
const BEFORE_VALUES = '","values":{'

/** The JSON of a record state, always with its keys in this order, so that its key can be read without parsing. */
export const recordText = ({ table, id, values, stamp, stamps }: RecordState): string =>
  JSON.stringify({ table, id, values, stamp, stamps })

/**
 * The key of a record by which files are sorted: its table, a newline, its id, both as JSON escapes them; undefined
 * for a line that is no record. An escaped text never holds a bare quote, so what stands between them is exact.
 */
export const recordKey = (json: Buffer): string | undefined => {
  if (json.toString('latin1', 0, BEFORE_TABLE.length) !== BEFORE_TABLE) return undefined
  const tableEnd = json.indexOf(BEFORE_ID, BEFORE_TABLE.length, 'latin1')
  if (tableEnd < 0) return undefined
  const idStart = tableEnd + BEFORE_ID.length
  const idEnd = json.indexOf(BEFORE_VALUES, idStart, 'latin1')
  if (idEnd < 0) return undefined
  return `${json.toString('utf8', BEFORE_TABLE.length, tableEnd)}\n${json.toString('utf8', idStart, idEnd)}`
}

/** The table in a key, as it was before JSON escaped it. */
export const tableOfKey = (key: string): string => {
  const table: unknown = JSON.parse(`"${key.slice(0, key.indexOf('\n'))}"`)
  return String(table)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown, least: number, most: number): value is string =>
  typeof value === 'string' && value.length >= least && value.length <= most

/** The rules of `recordStateSchema` for a value that JSON made: zod's own walk takes a second for 100,000 records. */
export const isRecordState = (value: unknown): value is RecordState =>
  isObject(value) &&
  isText(value['table'], 1, 100) &&
  isText(value['id'], 1, 200) &&
  isText(value['stamp'], 0, 100) &&
  isObject(value['values']) &&
  (value['stamps'] === undefined ||
    (isObject(value['stamps']) && Object.values(value['stamps']).every((stamp) => isText(stamp, 0, 100))))

/** The record state in a line's JSON; undefined for anything else. */
export const parseRecord = (json: Buffer): RecordState | undefined => {
  if (recordKey(json) === undefined) return undefined
  try {
    const value: unknown = JSON.parse(json.toString('utf8'))
    return isRecordState(value) ? value : undefined
  } catch {
    return undefined
  }
}
