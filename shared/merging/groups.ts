import { notSameId } from '../domain/index.ts'
import type { DuplicatePair } from '../matching/types.ts'

/** Records that look like one. `probability` is that of the weakest link that joins them. */
export type DuplicateGroup = { ids: string[]; probability: number; pairs: DuplicatePair[] }

/** More than can be merged side by side: what is beyond makes groups of its own. */
export const LARGEST_GROUP = 10

type Part = { ids: string[]; probability: number }

/** Joins pairs, the surest first. Gives back those that may not be joined. */
const joinPairs = (pairs: readonly DuplicatePair[], isApart: (a: string, b: string) => boolean) => {
  const partOf = new Map<string, Part>()
  const left: DuplicatePair[] = []
  const own = (id: string): Part => partOf.get(id) ?? { ids: [id], probability: 1 }
  for (const pair of pairs) {
    const [a, b] = [own(pair.a), own(pair.b)]
    if (a === b) continue
    const fits = a.ids.length + b.ids.length <= LARGEST_GROUP
    if (!fits || a.ids.some((x) => b.ids.some((y) => isApart(x, y)))) {
      left.push(pair)
      continue
    }
    const joined = { ids: [...a.ids, ...b.ids], probability: Math.min(a.probability, b.probability, pair.probability) }
    for (const id of joined.ids) partOf.set(id, joined)
  }
  return { parts: [...new Set(partOf.values())], left }
}

/** As often as pairs that were left out are tried among themselves. */
const ROUNDS = 8

/**
 * The groups that pairs make: single-linkage clusters, joined from the surest pair on, of at most `LARGEST_GROUP`
 * records. Two that someone called not the same never come together; a record between them is then in two groups.
 * @param notSame ids of `notSame` records
 * @returns the surest group first
 */
export const groupPairs = (pairs: readonly DuplicatePair[], notSame: ReadonlySet<string>): DuplicateGroup[] => {
  const isApart = (a: string, b: string): boolean => notSame.has(notSameId(a, b))
  const known = pairs.filter(({ a, b }) => !isApart(a, b)).sort((x, y) => y.probability - x.probability)
  const pairsOf = new Map<string, DuplicatePair[]>()
  for (const pair of known) pairsOf.set(pair.a, [...(pairsOf.get(pair.a) ?? []), pair])
  const groups: DuplicateGroup[] = []
  let left: readonly DuplicatePair[] = known
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    const joined = joinPairs(left, isApart)
    for (const { ids, probability } of joined.parts) {
      const inside = new Set(ids)
      const own = ids.flatMap((id) => (pairsOf.get(id) ?? []).filter(({ b }) => inside.has(b)))
      groups.push({ ids, probability, pairs: own.sort((x, y) => y.probability - x.probability) })
    }
    left = joined.left
  }
  return groups.sort((x, y) => y.probability - x.probability)
}
