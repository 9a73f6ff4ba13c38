import type { Cursor } from '../../../shared/change/index.ts'
import { checksum } from '../lines/line.ts'

/** A place between two lines. `print` is of the bytes before it: a file that was put back to an older state shows. */
export type Place = { kind: 's' | 'j'; number: number; offset: number; print: string }

/** How many bytes before a place its fingerprint covers: they hold the last line's own checksum. */
export const PRINT_BYTES = 24

export const fingerprint = (before: Uint8Array): string => checksum(before.subarray(-PRINT_BYTES))

export const printCursor = (epoch: string, { kind, number, offset, print }: Place): Cursor =>
  `${epoch}.${kind}${number}.${offset}.${print}`

const CURSOR = /^([0-9a-f]{8})\.([sj])(\d{1,12})\.(\d{1,15})\.([0-9a-f]{8})$/

/** The place a cursor stands for; undefined for one of another epoch or not of ours. */
export const parseCursor = (epoch: string, cursor: Cursor): Place | undefined => {
  const [, of, kind, number, offset, print] = CURSOR.exec(cursor) ?? []
  if (of !== epoch || print === undefined) return undefined
  return { kind: kind === 's' ? 's' : 'j', number: Number(number), offset: Number(offset), print }
}
