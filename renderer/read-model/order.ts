import { grown } from './typed.ts'

/** Compares two slots. */
export type Compare = (a: number, b: number) => number

/** The slots of a noun's records in the order of one column. */
export type Order = {
  slots: Uint32Array
  /** Slots whose place is to be found anew. */
  readonly dirty: Set<number>
  /** Rises with every change of `slots`. */
  version: number
}

/** More changed records than this share of all: sorting anew is cheaper than finding each one's place. */
const RESORT_SHARE = 0.2

export const worthResorting = ({ slots, dirty }: Order): boolean => dirty.size > 64 + slots.length * RESORT_SHARE

/**
 * Puts the changed slots where they belong: takes them out, sorts them, and merges them in by binary search. Costs one
 * copy of the order and k·log n comparisons.
 * @param present whether a slot belongs in the order at all
 */
export const repairOrder = (order: Order, present: (slot: number) => boolean, compare: Compare): void => {
  if (order.dirty.size === 0) return
  const moved = [...order.dirty].filter(present).sort(compare)
  const kept = order.slots.filter((slot) => !order.dirty.has(slot))
  const slots = new Uint32Array(kept.length + moved.length)
  let from = 0
  let to = 0
  for (const slot of moved) {
    let low = from
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(kept[middle] ?? 0, slot) < 0) low = middle + 1
      else high = middle
    }
    slots.set(kept.subarray(from, low), to)
    to += low - from
    from = low
    slots[to] = slot
    to += 1
  }
  slots.set(kept.subarray(from), to)
  order.slots = slots
  order.dirty.clear()
  order.version += 1
}

/**
 * Sorts slots by small whole ranks, keeping the given order among equal ranks (counting sort).
 * @param base the slots in the order that breaks ties
 * @param rank of each slot, 0 to `ranks` - 1
 */
export const sortByRank = (base: Uint32Array, rank: Uint32Array, ranks: number): Uint32Array => {
  const starts = new Uint32Array(ranks + 1)
  for (const slot of base) {
    const place = (rank[slot] ?? 0) + 1
    starts[place] = (starts[place] ?? 0) + 1
  }
  for (let index = 1; index <= ranks; index += 1) starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0)
  const sorted = new Uint32Array(base.length)
  for (const slot of base) {
    const value = rank[slot] ?? 0
    const place = starts[value] ?? 0
    sorted[place] = slot
    starts[value] = place + 1
  }
  return sorted
}

/** Ranks of numbers, equal for equal numbers; the last rank is for NaN. */
export const rankNumbers = (values: Float64Array): { rank: Uint32Array; ranks: number } => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  let distinct = 0
  for (let index = 0; index < sorted.length; index += 1)
    if (index === 0 || sorted[index] !== sorted[index - 1]) {
      sorted[distinct] = sorted[index] ?? 0
      distinct += 1
    }
  const rank = new Uint32Array(values.length)
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot] ?? Number.NaN
    if (Number.isNaN(value)) {
      rank[slot] = distinct
      continue
    }
    let low = 0
    let high = distinct
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    rank[slot] = low
  }
  return { rank, ranks: distinct + 1 }
}

/** Ranks of `count` things by a comparison, equal where it says so; those that are not `held` come last. */
export const rankThings = (
  count: number,
  held: (thing: number) => boolean,
  compare: Compare,
): { rank: Uint32Array; ranks: number } => {
  let things = new Uint32Array(0)
  let size = 0
  things = grown(things, count)
  for (let thing = 0; thing < count; thing += 1)
    if (held(thing)) {
      things[size] = thing
      size += 1
    }
  const sorted = things.subarray(0, size).sort(compare)
  const rank = new Uint32Array(count)
  let at = 0
  let previous: number | undefined
  for (const thing of sorted) {
    if (previous !== undefined && compare(previous, thing) !== 0) at += 1
    rank[thing] = at
    previous = thing
  }
  const last = size === 0 ? 0 : at + 1
  for (let thing = 0; thing < count; thing += 1) if (!held(thing)) rank[thing] = last
  return { rank, ranks: last + 1 }
}

/** The same ranks from last to first, with the last rank (nothing) still last. */
export const reversedRanks = ({
  rank,
  ranks,
}: {
  rank: Uint32Array
  ranks: number
}): { rank: Uint32Array; ranks: number } => ({
  rank: rank.map((value) => (value === ranks - 1 ? value : ranks - 2 - value)),
  ranks,
})
