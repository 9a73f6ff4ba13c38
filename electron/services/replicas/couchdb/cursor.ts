import type { Cursor } from '../../../../shared/change/index.ts'

/** A record that was read before a place: a server that has it no more, or an earlier version, was put back. */
export type Witness = { id: string; generation: number }

/** Where a reader stands: the server's sequence. */
export type Place = { seq: string; witness?: Witness | undefined }

/** Where reading begins. */
const START: Place = { seq: '0' }

export const printCursor = (epoch: string, { seq, witness }: Place): Cursor =>
  witness === undefined ? `${epoch} ${seq}` : `${epoch} ${seq} ${witness.generation} ${witness.id}`

const CURSOR = /^([0-9a-f]{16}) (\d[\w\-.~+/=]{0,60000})(?: (\d{1,9}) (.{1,1000}))?$/

/** The place of a cursor; the start for one of another life of the target, or not of ours. */
export const placeOf = (epoch: string, cursor: Cursor | null): Place => {
  const [, of, seq, generation, id] = CURSOR.exec(cursor ?? '') ?? []
  if (of !== epoch || seq === undefined) return START
  return id === undefined ? { seq } : { seq, witness: { id, generation: Number(generation) } }
}

/** How often a document was written, by its revision: `12-…`. */
export const generationOf = (rev: string): number => Number(/^\d{1,9}/.exec(rev)?.[0] ?? 0)
