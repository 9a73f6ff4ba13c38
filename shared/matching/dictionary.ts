/** Distinct values, each kept once and known by a number from 1 on; 0 stands for an unknown value. */
export type Dictionary<V> = {
  /** The number of a key, a new one if it is new; 0 for the empty key. */
  intern: (key: string) => number
  get: (id: number) => V | undefined
  key: (id: number) => string
  size: () => number
  /** Forgets the values beyond a size, as those that only a question brought. */
  shrink: (size: number) => void
}

/** @param read makes a key ready for comparing, once */
export const createDictionary = <V>(read: (key: string) => V): Dictionary<V> => {
  const ids = new Map<string, number>()
  const keys: string[] = ['']
  const values: (V | undefined)[] = [undefined]
  return {
    intern: (key) => {
      if (key === '') return 0
      const known = ids.get(key)
      if (known !== undefined) return known
      const id = keys.length
      ids.set(key, id)
      keys.push(key)
      values.push(read(key))
      return id
    },
    get: (id) => values[id],
    key: (id) => keys[id] ?? '',
    size: () => keys.length,
    shrink: (size) => {
      for (const key of keys.slice(size)) ids.delete(key)
      keys.length = size
      values.length = size
    },
  }
}

/** How many records hold each value of a field. */
export type Counts = { of: (id: number) => number; add: (id: number, by: 1 | -1) => void }

export const createCounts = (): Counts => {
  const counts: number[] = []
  return {
    of: (id) => counts[id] ?? 0,
    add: (id, by) => {
      while (counts.length <= id) counts.push(0)
      counts[id] = Math.max(0, (counts[id] ?? 0) + by)
    },
  }
}

/** Of a cache's size: the least, the most, and the slots for each record. */
const BITS = { least: 6, most: 16 }
const SLOTS_PER_RECORD = 8
/** The two values and the result stand together, so that one look at the memory finds them. */
const STRIDE = 4

/** Wraps a comparison of two values of a dictionary. */
export type Remember = (compare: (a: number, b: number) => number) => (a: number, b: number) => number

/** Remembers what comparing two values gave: names repeat, so most comparisons of a book were made before. */
export const cachedPairs = (records: number): Remember => {
  const bits = Math.min(BITS.most, Math.max(BITS.least, Math.ceil(Math.log2(records * SLOTS_PER_RECORD + 1))))
  return (compare) => {
    const held = new Int32Array(STRIDE << bits)
    return (a, b) => {
      const low = a < b ? a : b
      const high = a < b ? b : a
      const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - bits)) * STRIDE
      if (held[slot] === low && held[slot + 1] === high) return held[slot + 2] ?? 0
      const result = compare(low, high)
      held[slot] = low
      held[slot + 1] = high
      held[slot + 2] = result
      return result
    }
  }
}

/** The same without a memory. */
export const uncached: Remember = (compare) => compare
