/** Reproducible choices: the same seed gives the same book. */
export type Random = {
  /** Uniform in [0, 1). */
  next: () => number
  /** A whole number, both ends included. */
  int: (min: number, max: number) => number
  chance: (probability: number) => boolean
  pick: <T>(items: readonly T[]) => T
  /** Picks with a chance in proportion to the weight, which is 0 or more. */
  weighted: <T>(items: readonly T[], weight: (item: T) => number) => T
  /** Normally distributed with mean 0 and deviation 1 (Box and Muller, 1958). */
  normal: () => number
  /** A UUID in the form of version 7 for a Unix time in milliseconds. */
  uuid: (millis: number) => string
  /** Each `d` of the pattern becomes a digit. */
  digits: (pattern: string) => string
}

const UINT32 = 2 ** 32

/** `mulberry32` by Tommy Ettinger (public domain): 32 bits of state, plenty for sample data, not for secrets. */
const mulberry32 = (seed: number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / UINT32
  }
}

const item = <T>(items: readonly T[], index: number): T => {
  const found = items[index]
  if (found === undefined) throw new RangeError('nothing to choose from')
  return found
}

export const createRandom = (seed: number): Random => {
  const next = mulberry32(seed)
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const hex = (length: number) => Array.from({ length }, () => int(0, 15).toString(16)).join('')
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => item(items, int(0, items.length - 1)),
    weighted: (items, weight) => {
      const weights = items.map(weight)
      let left = next() * weights.reduce((sum, value) => sum + value, 0)
      const index = weights.findIndex((value) => {
        left -= value
        return left < 0
      })
      return item(items, index < 0 ? items.length - 1 : index)
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    uuid: (millis) => {
      const time = millis.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + int(0, 3)).toString(16)}${hex(3)}-${hex(12)}`
    },
    digits: (pattern) => pattern.replace(/d/g, () => String(int(0, 9))),
  }
}
