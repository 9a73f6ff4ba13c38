import type { Book } from '../book.ts'
import { blockOf, createKeyTable, type KeyTable, numberKey } from './key-table.ts'
import { blockingKeys, isStrong, orderKey } from './keys.ts'

/**
 * Records by blocking key, in typed arrays. Members of a block stand in order of their names. In a block over the cap
 * a record meets only its neighbours (sorted neighbourhood within the block; Hernández and Stolfo 1995), so common
 * keys cost little and equal records still meet.
 */
export type Blocks = {
  size: number
  /** The order keys by rank, and the record at each rank. */
  orders: readonly string[]
  recordAt: Int32Array
  rankOf: Int32Array
  table: KeyTable
  /** Block b holds members[starts[b]] to members[starts[b + 1]]. */
  starts: Int32Array
  members: Int32Array
  /** Record r is at places[firstPlace[r]] to places[firstPlace[r + 1]] of members, in the blocks of the same slots. */
  firstPlace: Int32Array
  places: Int32Array
  placeBlocks: Int32Array
  /** How much meeting in a block counts, and how much a pair needs. */
  worth: Uint8Array
  needed: number
  cap: number
}

/** In a book up to this size each pair is compared. */
const ALL_PAIRS_UP_TO = 300
const NEIGHBOURS = 12
/** In a larger book a pair must meet in two weak blocks or a strong one (meta-blocking; Papadakis et al. 2014). */
const ONE_KEY_UP_TO = 6_000
const WEAK = 1
const STRONG = 2
/** Comparisons that a record may cost, on average; the cap on the size of blocks follows from it. */
const BUDGET = 40
const CAPS = [200, 150, 100, 70, 50, 35, 25]

const capFor = (sizes: Int32Array, records: number): number => {
  if (records <= ALL_PAIRS_UP_TO) return ALL_PAIRS_UP_TO
  const cost = (cap: number): number => {
    let pairs = 0
    for (const size of sizes) pairs += size <= cap ? (size * (size - 1)) / 2 : size * NEIGHBOURS
    return pairs
  }
  // Blocks overlap: about a third of what they hold is new.
  return CAPS.find((cap) => cost(cap) <= records * BUDGET * 3) ?? NEIGHBOURS * 2
}

export const buildBlocks = (book: Book): Blocks => {
  const size = book.ids.length
  const orders: string[] = Array.from({ length: size }, (_, index) => orderKey(book, index))
  const recordAt = Int32Array.from({ length: size }, (_, index) => index).sort((a, b) => {
    const [left = '', right = ''] = [orders[a], orders[b]]
    return left < right ? -1 : left > right ? 1 : a - b
  })
  const firstPlace = new Int32Array(size + 1)
  const keys: number[] = []
  for (let index = 0; index < size; index++) {
    firstPlace[index] = keys.length
    if (!book.gone.has(index)) for (const key of blockingKeys(book, index)) keys.push(key)
  }
  firstPlace[size] = keys.length
  const table = createKeyTable(keys.length)
  const placeBlocks = Int32Array.from(keys, (key) => numberKey(table, key))
  const counts = new Int32Array(table.size)
  const worth = new Uint8Array(table.size)
  for (const [slot, block] of placeBlocks.entries()) {
    counts[block] = (counts[block] ?? 0) + 1
    worth[block] = isStrong(keys[slot] ?? 0) ? STRONG : WEAK
  }
  const starts = new Int32Array(counts.length + 1)
  for (let block = 0; block < counts.length; block++) starts[block + 1] = (starts[block] ?? 0) + (counts[block] ?? 0)
  const next = starts.slice(0, -1)
  const members = new Int32Array(keys.length)
  const places = new Int32Array(keys.length)
  for (const index of recordAt) {
    for (let slot = firstPlace[index] ?? 0; slot < (firstPlace[index + 1] ?? 0); slot++) {
      const block = placeBlocks[slot] ?? 0
      const at = next[block] ?? 0
      next[block] = at + 1
      members[at] = index
      places[slot] = at
    }
  }
  const rankOf = new Int32Array(size)
  for (const [rank, index] of recordAt.entries()) rankOf[index] = rank
  const sortedOrders = Array.from(recordAt, (index) => orders[index] ?? '')
  const cap = capFor(counts, size)
  return {
    size,
    orders: sortedOrders,
    recordAt,
    rankOf,
    table,
    starts,
    members,
    firstPlace,
    places,
    placeBlocks,
    worth,
    needed: size <= ONE_KEY_UP_TO ? WEAK : STRONG,
    cap,
  }
}

/** What a walk over the candidates keeps between records, so that none is met twice. */
export type Walk = { met: Uint8Array; others: Int32Array }

export const createWalk = ({ size }: Blocks): Walk => ({ met: new Uint8Array(size), others: new Int32Array(size) })

/**
 * Calls `visit` once for each record that a record is to be compared with and that comes after it in order of names;
 * over all records, each pair once.
 */
export const visitCandidates = (blocks: Blocks, index: number, walk: Walk, visit: (other: number) => void): void => {
  const { firstPlace, places, placeBlocks, starts, members, worth, needed, cap } = blocks
  const { met, others } = walk
  const last = firstPlace[index + 1] ?? 0
  let count = 0
  for (let slot = firstPlace[index] ?? 0; slot < last; slot++) {
    const at = places[slot] ?? 0
    const block = placeBlocks[slot] ?? 0
    const end = starts[block + 1] ?? 0
    const gain = worth[block] ?? WEAK
    const until = end - (starts[block] ?? 0) <= cap ? end : Math.min(end, at + 1 + NEIGHBOURS)
    for (let place = at + 1; place < until; place++) {
      const other = members[place] ?? 0
      const before = met[other] ?? 0
      if (before === 0) others[count++] = other
      // Enough is enough: more would not fit.
      if (before < needed) met[other] = before + gain
    }
  }
  for (let at = 0; at < count; at++) {
    const other = others[at] ?? 0
    const enough = (met[other] ?? 0) >= needed
    met[other] = 0
    if (enough) visit(other)
  }
}

/** Where a sorted list has its first entry that is not before: `before` holds for all those ahead of it. */
const firstNot = (from: number, until: number, before: (at: number) => boolean): number => {
  let [low, high] = [from, until]
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The records that one from outside is to be compared with; blocks over the cap are looked at around its place. */
export const candidatesOf = (blocks: Blocks, keys: readonly number[], order: string): Set<number> => {
  const { orders, rankOf, table, starts, members, cap } = blocks
  const found = new Set<number>()
  const rank = firstNot(0, blocks.size, (at) => (orders[at] ?? '') < order)
  for (const key of keys) {
    const block = blockOf(table, key)
    if (block === -1) continue
    let from = starts[block] ?? 0
    let until = starts[block + 1] ?? 0
    if (until - from > cap) {
      const middle = firstNot(from, until, (at) => (rankOf[members[at] ?? 0] ?? 0) < rank)
      from = Math.max(from, middle - NEIGHBOURS)
      until = Math.min(until, middle + NEIGHBOURS)
    }
    for (let place = from; place < until; place++) found.add(members[place] ?? 0)
  }
  return found
}
