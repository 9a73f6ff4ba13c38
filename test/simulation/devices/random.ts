/** A stream of chances. The same seed gives the same stream. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from 0 up to, not including, `end`. */
  below: (end: number) => number
  chance: (probability: number) => boolean
  pick: <const T>(items: readonly [T, ...T[]]) => T
  /** One of any number of items; undefined of none. */
  oneOf: <T>(items: readonly T[]) => T | undefined
  /** One of some keys, as often as its weight says. */
  weighed: <K extends string>(weights: Readonly<Record<K, number>>) => K
  shuffled: <T>(items: readonly T[]) => T[]
}

/** Mulberry32: a small generator whose state is one number. */
export const createRandom = (seed: number): Random => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(next() * end)
  const oneOf = <T>(items: readonly T[]): T | undefined => items[below(items.length)]
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => oneOf(items) ?? items[0],
    oneOf,
    weighed: (weights) => {
      // The keys are those of the type.
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      throw new Error('no weights')
    },
    shuffled: (items) => {
      const left = [...items]
      const mixed: (typeof left)[number][] = []
      while (left.length > 0) mixed.push(...left.splice(below(left.length), 1))
      return mixed
    },
  }
}
