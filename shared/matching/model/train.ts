import { type Blocks, createWalk, visitCandidates } from '../blocking/blocks.ts'
import { type Comparer, type Comparison, createComparison } from '../compare.ts'
import { COMPARISONS, WIDTH } from './fields.ts'
import { createEvidence, createScorer, type Evidence, type Model, priorModel } from './score.ts'

const FIELDS = COMPARISONS.length
const MOST_RANDOM_PAIRS = 40_000
const MOST_CANDIDATES = 150_000
const ROUNDS = 12
const SETTLED = 0.002
/** How many pairs the starting values weigh as much as, and how many records the starting rates. */
const TRUST = { m: 40, u: 400, rates: 60 }
type Stray = { least: number; most: number /** The same for the last level. */; differs: number }
/** How far what is learned may leave the starting values, so that a class cannot turn into another one. */
const STRAY_M: Stray = { least: 1 / 8, most: 5, differs: 2.5 }
const STRAY_U: Stray = { least: 1 / 8, most: 64, differs: 64 }
const RATE = { least: 0.005, most: 4 }

/** Compared pairs, row by row. */
type Sample = { size: number; levels: Uint8Array; counts: Float32Array; sameFields: Uint8Array }

const createSample = (most: number): Sample => ({
  size: 0,
  levels: new Uint8Array(most * FIELDS),
  counts: new Float32Array(most * FIELDS),
  sameFields: new Uint8Array(most),
})

const keep = (sample: Sample, { levels, counts, sameFields }: Comparison): void => {
  sample.levels.set(levels, sample.size * FIELDS)
  sample.counts.set(counts, sample.size * FIELDS)
  sample.sameFields[sample.size] = sameFields ? 1 : 0
  sample.size++
}

const load = (sample: Sample, row: number, into: Comparison): void => {
  into.sameFields = sample.sameFields[row] === 1
  for (let at = 0; at < FIELDS; at++) {
    into.levels[at] = sample.levels[row * FIELDS + at] ?? 0
    into.counts[at] = sample.counts[row * FIELDS + at] ?? 0
  }
}

/** Numbers that look random and are the same each time (mulberry32), so that a book always gives the same pairs. */
const randomNumbers = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) % below
  }
}

const randomPairs = (blocks: Blocks, compare: Comparer): Sample => {
  const { size, recordAt } = blocks
  const all = (size * (size - 1)) / 2
  const sample = createSample(Math.min(all, MOST_RANDOM_PAIRS))
  const pair = createComparison()
  const visit = (a: number, b: number): void => {
    compare(recordAt[a] ?? 0, recordAt[b] ?? 0, pair)
    keep(sample, pair)
  }
  if (all <= MOST_RANDOM_PAIRS) {
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) visit(a, b)
    return sample
  }
  const random = randomNumbers(size)
  while (sample.size < MOST_RANDOM_PAIRS) {
    const [a, b] = [random(size), random(size)]
    if (a !== b) visit(a, b)
  }
  return sample
}

/** Candidates of records taken at random, and how large a part of all records they are. */
const candidatePairs = (blocks: Blocks, compare: Comparer): { sample: Sample; share: number } => {
  const { size, recordAt } = blocks
  const most = Math.min((size * (size - 1)) / 2, MOST_CANDIDATES)
  const sample = createSample(most)
  const pair = createComparison()
  const walk = createWalk(blocks)
  const order = Int32Array.from(recordAt)
  const random = randomNumbers(size + 1)
  for (let at = order.length - 1; at > 0; at--) {
    const other = random(at + 1)
    const held = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = held
  }
  let taken = 0
  for (const index of order) {
    if (sample.size >= most) break
    taken++
    visitCandidates(blocks, index, walk, (other) => {
      if (sample.size >= most) return
      compare(index, other, pair)
      keep(sample, pair)
    })
  }
  return { sample, share: taken / Math.max(1, size) }
}

const learned = (prior: Float64Array, at: number, seen: Float64Array, trust: number, stray: Stray): Float64Array => {
  const levels = COMPARISONS[at]?.levels.length ?? 0
  const result = new Float64Array(WIDTH)
  let total = 0
  for (let code = 1; code <= levels; code++) total += seen[at * WIDTH + code] ?? 0
  let sum = 0
  for (let code = 1; code <= levels; code++) {
    const before = prior[at * WIDTH + code] ?? 0
    const most = code === levels ? stray.differs : stray.most
    const value = ((seen[at * WIDTH + code] ?? 0) + trust * before) / (total + trust)
    result[code] = Math.min(before * most, Math.max(before * stray.least, value))
    sum += result[code] ?? 0
  }
  for (let code = 1; code <= levels; code++) result[code] = (result[code] ?? 0) / sum
  return result
}

const weighAll = (
  model: Model,
  sample: Sample,
  visit: (row: Comparison, evidence: Evidence, classes: { same: number; household: number; work: number }) => void,
): void => {
  const scorer = createScorer(model)
  const [pair, evidence] = [createComparison(), createEvidence()]
  for (let row = 0; row < sample.size; row++) {
    load(sample, row, pair)
    scorer.weigh(pair, evidence)
    visit(pair, evidence, scorer.classes(evidence))
  }
}

const tally = (into: Float64Array, { levels }: Comparison, weight: number): void => {
  for (let at = 0; at < FIELDS; at++) {
    const cell = at * WIDTH + (levels[at] ?? 0)
    into[cell] = (into[cell] ?? 0) + weight
  }
}

/** u from pairs taken at random (as Splink does), each as far as it is not one person twice. */
const learnU = (model: Model, sample: Sample): Float64Array => {
  const seen = new Float64Array(FIELDS * WIDTH)
  weighAll(model, sample, (pair, _, { same }) => tally(seen, pair, 1 - same))
  const u = new Float64Array(FIELDS * WIDTH)
  for (let at = 0; at < FIELDS; at++) u.set(learned(model.u, at, seen, TRUST.u, STRAY_U), at * WIDTH)
  return u
}

/**
 * Fits the model to a book: u from random pairs, m and the rates by expectation-maximisation over candidate pairs
 * (Dempster, Laird and Rubin 1977; Winkler 1988 for record linkage), with Dirichlet priors, so that a small book, or one
 * without duplicates, keeps the starting values.
 */
export const trainModel = (blocks: Blocks, compare: Comparer, records: number): Model => {
  const prior = priorModel(records)
  if (records < 2) return prior
  let model: Model = { ...prior, u: learnU(prior, randomPairs(blocks, compare)) }
  const { sample, share } = candidatePairs(blocks, compare)
  for (let round = 0; round < ROUNDS; round++) {
    const seen = new Float64Array(FIELDS * WIDTH)
    const sums = { same: 0, household: 0, work: 0 }
    weighAll(model, sample, (pair, _, classes) => {
      sums.same += classes.same
      sums.household += classes.household
      sums.work += classes.work
      if (classes.same > 0.001) tally(seen, pair, classes.same)
    })
    const m = new Float64Array(FIELDS * WIDTH)
    for (let at = 0; at < FIELDS; at++) m.set(learned(prior.m, at, seen, TRUST.m, STRAY_M), at * WIDTH)
    const rate = (sum: number, before: number): number =>
      Math.min(RATE.most, Math.max(RATE.least, (sum / share + TRUST.rates * before) / (records + TRUST.rates)))
    const next: Model = {
      ...model,
      m,
      same: rate(sums.same, prior.same),
      household: rate(sums.household, prior.household),
      work: rate(sums.work, prior.work),
    }
    const moved =
      Math.abs(next.same / model.same - 1) +
      m.reduce((most, value, at) => Math.max(most, Math.abs(value - (model.m[at] ?? 0))), 0)
    model = next
    if (moved < SETTLED) break
  }
  return model
}
