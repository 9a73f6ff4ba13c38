/** A pair by its indexes. */
export type Found = { first: number; second: number; probability: number }

/** Both links must be so sure for a third record to join two. */
const SURE = 0.95
/** Two that speak against each other more than this stay apart, as do members of a family that share a middle record. */
const LEAST = 0.03
/** A record with more links is no person's; it joins nobody. */
const MOST_LINKS = 30

/**
 * Pairs that a third record joins: where A is B and B is C, A is C, however little A and C look alike after slips in
 * both. Their probability is at least P(AB) + P(BC) - 1 (the bound of Fréchet and Hoeffding).
 * @param direct what a pair's own evidence gives
 */
export const linkedPairs = (
  found: readonly Found[],
  size: number,
  threshold: number,
  direct: (first: number, second: number) => number,
): Found[] => {
  const known = new Set<number>()
  const links = new Map<number, Found[]>()
  for (const pair of found) {
    known.add(pair.first * size + pair.second)
    if (pair.probability < SURE) continue
    for (const end of [pair.first, pair.second]) {
      const held = links.get(end)
      if (held) held.push(pair)
      else links.set(end, [pair])
    }
  }
  const joined = new Map<number, Found>()
  for (const [middle, pairs] of links) {
    if (pairs.length > MOST_LINKS) continue
    for (const [at, one] of pairs.entries()) {
      for (const other of pairs.slice(at + 1)) {
        const ends = [one.first + one.second - middle, other.first + other.second - middle]
        const [first, second] = [Math.min(...ends), Math.max(...ends)]
        const key = first * size + second
        const probability = one.probability + other.probability - 1
        if (known.has(key) || probability < threshold || probability <= (joined.get(key)?.probability ?? 0)) continue
        if (direct(first, second) >= LEAST) joined.set(key, { first, second, probability })
      }
    }
  }
  return [...joined.values()]
}
