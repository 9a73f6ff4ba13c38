/** Numbers from a seed (mulberry32), so that a test always sees the same people. */
export type Random = {
  /** 0 to 1. */
  next: () => number
  below: (limit: number) => number
  chance: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** The first ones far more often than the last, as names are. */
  common: <T>(from: readonly T[]) => T
}

export const seeded = (seed: number): Random => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
  const at = <T>(from: readonly T[], index: number): T => {
    const found = from[index]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (from) => at(from, below(from.length)),
    common: (from) => at(from, Math.floor(next() ** 2 * from.length)),
  }
}
