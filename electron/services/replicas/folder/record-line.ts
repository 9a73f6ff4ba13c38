import type { Aside, RecordState } from '../../../../shared/change/index.ts'
import { encodeLine } from '../../lines/line.ts'
import { type RecordCodec, UnreadableRecord } from '../codec.ts'

/** A line longer than this, in bytes, is neither written nor taken. */
export const MAX_LINE = 32 * 1024 * 1024

// The id stands first, so that lines can be sorted and counted without the key. It holds nothing that JSON escapes.
const ID = /^\{"id":"([A-Za-z][^"\\]{0,319})"[,}]/
const ID_BYTES = 340

/** The id of a record in a line's JSON; undefined for a line that is no record. */
export const idInLine = (json: Buffer): string | undefined => ID.exec(json.toString('latin1', 0, ID_BYTES))?.[1]

/** The JSON of a record as a line of a shared folder holds it. */
export const recordJson = (codec: RecordCodec, state: RecordState): string =>
  JSON.stringify({ id: codec.idOf(state.table, state.id), ...codec.encode(state) })

/** The whole line; undefined for a record that is too large for one. */
export const recordLine = (codec: RecordCodec, state: RecordState): string | undefined => {
  const line = encodeLine(recordJson(codec, state))
  return line.length * 3 > MAX_LINE && Buffer.byteLength(line) > MAX_LINE ? undefined : line
}

/** The record in a line's JSON, or why there is none. */
export const readRecord = (codec: RecordCodec, json: Buffer): RecordState | Aside['reason'] => {
  const id = idInLine(json)
  if (id === undefined) return 'odd'
  if (json.length > MAX_LINE) return 'tooLarge'
  try {
    const { id: _, ...encoded }: Record<string, unknown> = JSON.parse(json.toString('utf8'))
    return codec.decode(id, encoded)
  } catch (error) {
    if (error instanceof UnreadableRecord) return error.reason
    // No JSON, or nested deeper than anything of ours.
    if (error instanceof SyntaxError || error instanceof RangeError) return 'odd'
    throw error
  }
}
