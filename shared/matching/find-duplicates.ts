import { buildBlocks, createWalk, visitCandidates } from './blocking/blocks.ts'
import { addRecord, createBook } from './book.ts'
import { createComparer, createComparison } from './compare.ts'
import { cachedPairs } from './dictionary.ts'
import { type Found, linkedPairs } from './linked.ts'
import { createEvidence, createScorer } from './model/score.ts'
import { trainModel } from './model/train.ts'
import { reasonsOf } from './reasons.ts'
import type { DuplicatePair, MatchRecord } from './types.ts'

const DEFAULT_THRESHOLD = 0.5

type FindOptions = {
  /** Pairs of at least this probability are given, 0 to 1; 0.5 if not told. */
  threshold?: number | undefined
  /** Called now and then with how many records are done, and at the end with all. */
  onProgress?: ((done: number, total: number) => void) | undefined
}

const STEPS = 200

/** Pairs that are likely one person or company, the likeliest first. */
export const findDuplicates = (records: readonly MatchRecord[], options: FindOptions = {}): DuplicatePair[] => {
  const { threshold = DEFAULT_THRESHOLD, onProgress } = options
  const total = records.length
  const book = createBook()
  for (const record of records) addRecord(book, record)
  const blocks = buildBlocks(book)
  const compare = createComparer(book, cachedPairs(total))
  const model = trainModel(blocks, compare, total)
  const scorer = createScorer(model)
  const [pair, evidence] = [createComparison(), createEvidence()]
  const walk = createWalk(blocks)
  const least = Math.log2(threshold / (1 - threshold))
  const found: Found[] = []
  const step = Math.max(1, Math.ceil(total / STEPS))
  const weigh = (first: number, second: number): number => {
    compare(first, second, pair)
    scorer.weigh(pair, evidence)
    return evidence.same < least ? 0 : scorer.classes(evidence).same
  }
  // In order of names: records that meet then lie near each other in memory.
  for (const [rank, index] of blocks.recordAt.entries()) {
    if (rank % step === 0) onProgress?.(rank, total)
    visitCandidates(blocks, index, walk, (other) => {
      const [first, second] = index < other ? [index, other] : [other, index]
      const probability = weigh(first, second)
      if (probability >= threshold) found.push({ first, second, probability })
    })
  }
  const linked = linkedPairs(found, total, threshold, (first, second) => {
    compare(first, second, pair)
    scorer.weigh(pair, evidence)
    return scorer.classes(evidence).same
  })
  const pairs = [...found, ...linked].sort(
    (a, b) => b.probability - a.probability || a.first - b.first || a.second - b.second,
  )
  const named = pairs.map(({ first, second, probability }): DuplicatePair => {
    compare(first, second, pair)
    scorer.weigh(pair, evidence)
    const reasons = reasonsOf(pair, evidence, scorer.classes(evidence).same, probability)
    return { a: book.ids[first] ?? '', b: book.ids[second] ?? '', probability, reasons }
  })
  onProgress?.(total, total)
  return named
}
