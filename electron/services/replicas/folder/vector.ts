import type { Cursor } from '../../../../shared/change/index.ts'
import { shortOf } from './names.ts'

/** A line that could not be read: from byte to byte, and what stood there. It is looked at again: it may heal. */
export type Flaw = { from: number; to: number; sum: string }

/**
 * How far a file was read: to this byte; `print` is of the bytes before it. Or `all` of it, whatever its size: another
 * file said that it holds nothing else than what was read already.
 */
export type Position = { offset: number; print: string; flaw?: Flaw | undefined } | 'all'

/**
 * Where a reader stands: a position in every file, for no order holds between files that a copying tool brings. Of a
 * device in `whole`, everything was read: all its files, as this digest of them says.
 */
export type Vector = {
  files: Map<string, Position>
  whole: Map<string, string>
  /** Whether the reader once came to the end: since then it has, at the least, whatever it wrote itself. */
  complete: boolean
}

export const emptyVector = (): Vector => ({ files: new Map(), whole: new Map(), complete: false })

/** A cursor's longest text; the contract allows two thirds more. */
const MAX_TEXT = 60_000
/** Positions in files that are gone: a few are kept, for the file that replaces them says what it replaces. */
const MAX_GONE = 200

const SHORT = '[A-Za-z0-9_-]{10}'
const NUMBER = '[0-9a-z]{1,10}'
const ENTRY = new RegExp(
  `^(${SHORT})(?:(\\*)|=(${SHORT})|(${NUMBER})\\.([0-9a-f]{8})(?:!(${NUMBER})\\.(${NUMBER})\\.([0-9a-f]{8}))?)$`,
)

const inBase = (number: number): string => number.toString(36)
const fromBase = (text: string): number => Number.parseInt(text, 36)

const printEntry = ([key, position]: readonly [string, Position]): string => {
  if (position === 'all') return `${key}*`
  const { offset, print, flaw } = position
  const flawed = flaw ? `!${inBase(flaw.from)}.${inBase(flaw.to)}.${flaw.sum}` : ''
  return `${key}${inBase(offset)}.${print}${flawed}`
}

const printAll = (epoch: string, { files, whole, complete }: Vector): Cursor =>
  `f1.${epoch}.${complete ? 'c' : 'p'}.${[...[...files].map(printEntry), ...[...whole].map(([key, sum]) => `${key}=${sum}`)].join(',')}`

/** The vector of a cursor; undefined for one of another life or not of ours. */
export const parseVector = (epoch: string, cursor: Cursor): Vector | undefined => {
  const start = `f1.${epoch}.`
  if (!cursor.startsWith(start) || cursor.length > 100_000) return undefined
  const [flag, body] = [cursor.slice(start.length, start.length + 2), cursor.slice(start.length + 2)]
  if (flag !== 'c.' && flag !== 'p.') return undefined
  const vector: Vector = { ...emptyVector(), complete: flag === 'c.' }
  for (const text of body === '' ? [] : body.split(',')) {
    const [, key, all, sum, offset, print, from, to, flawSum] = ENTRY.exec(text) ?? []
    if (key === undefined) return undefined
    if (sum !== undefined) vector.whole.set(key, sum)
    else if (all !== undefined) vector.files.set(key, 'all')
    else if (offset !== undefined && print !== undefined) {
      const flaw = from !== undefined && to !== undefined && flawSum !== undefined
      vector.files.set(key, {
        offset: fromBase(offset),
        print,
        ...(flaw && { flaw: { from: fromBase(from), to: fromBase(to), sum: flawSum } }),
      })
    }
  }
  return vector
}

/** A device as it was found: its files by their key in the vector, with their size. */
type Found = { key: string; files: readonly { key: string; size: number }[] }

/** Stands for a device's files as they are: another name or size makes another one. */
export const digestOf = (files: Found['files']): string =>
  shortOf(files.map(({ key, size }) => `${key} ${size}`).join('\n'))

const isRead = (vector: Vector, { key, size }: Found['files'][number]): boolean => {
  const position = vector.files.get(key)
  return position === 'all' || position?.offset === size
}

/**
 * The cursor of a vector, bounded: when there are too many files, devices that were read to the end stand in it as
 * one digest each. A change in one of those is paid for by reading that device again.
 */
export const printVector = (epoch: string, vector: Vector, found: readonly Found[]): Cursor => {
  const there = new Set(found.flatMap(({ files }) => files.map(({ key }) => key)))
  const gone = [...vector.files.keys()].filter((key) => !there.has(key))
  if (gone.length > MAX_GONE) for (const key of gone) vector.files.delete(key)
  const text = printAll(epoch, vector)
  if (text.length <= MAX_TEXT) return text
  for (const key of gone) vector.files.delete(key)
  const devices = new Set(found.map(({ key }) => key))
  for (const key of vector.whole.keys()) if (!devices.has(key)) vector.whole.delete(key)
  for (const device of found)
    if (device.files.length > 0 && device.files.every((file) => isRead(vector, file))) {
      for (const { key } of device.files) vector.files.delete(key)
      vector.whole.set(device.key, digestOf(device.files))
    }
  return printAll(epoch, vector)
}
