import type { DuplicatePair } from '../../../../../shared/matching/index.ts'
import { corrupted } from './corrupt.ts'
import { type Person, personAt } from './people.ts'
import { POOLS } from './pools.ts'
import { seeded } from './random.ts'

export type BookPlan = {
  seed: number
  pool: keyof typeof POOLS
  /** People, and how many of them have copies, each up to `most` of them with up to `changes` slips. */
  people: number
  copied: number
  most: number
  changes: number
  perField: number
}

/** A book of made-up people and their corrupted copies, shuffled. `rec-N-…` is one person. */
export const makeBook = ({ seed, pool, people, copied, most, changes, perField }: BookPlan): Person[] => {
  const random = seeded(seed)
  const originals = Array.from({ length: people }, (_, index) => personAt(random, POOLS[pool], index))
  const copies = originals
    .slice(0, copied)
    .flatMap((person) =>
      Array.from({ length: 1 + random.below(most) }, (_, name) =>
        corrupted(random, person, name, changes === 0 ? 0 : 1 + random.below(changes), perField),
      ),
    )
  return [...originals, ...copies]
    .map((person) => ({ person, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ person }) => person)
}

const personOf = (id: string): string => id.split('-')[1] ?? id

export type Quality = { precision: number; recall: number; f1: number; truth: number; found: number }

/** How well pairs meet the truth, pair by pair. With nothing to find and nothing found all is 1. */
export const qualityOf = (records: readonly { id: string }[], pairs: readonly DuplicatePair[]): Quality => {
  const sizes = new Map<string, number>()
  for (const { id } of records) sizes.set(personOf(id), (sizes.get(personOf(id)) ?? 0) + 1)
  let truth = 0
  for (const size of sizes.values()) truth += (size * (size - 1)) / 2
  const right = pairs.filter(({ a, b }) => personOf(a) === personOf(b)).length
  const precision = pairs.length === 0 ? 1 : right / pairs.length
  const recall = truth === 0 ? 1 : right / truth
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    truth,
    found: pairs.length,
  }
}
