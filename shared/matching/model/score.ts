import type { Comparison } from '../compare.ts'
import { AT, COMPARISONS, levelCodes, WIDTH } from './fields.ts'

/**
 * What the model holds to be true of a book. `m` and `u` have a probability for each level of each comparison, by its
 * code (`m[at * WIDTH + code]`); the rates are pairs for each record.
 */
export type Model = { records: number; m: Float64Array; u: Float64Array; same: number; household: number; work: number }

/** A book is at least so large for the model: in a tiny one, any two would be suspects. */
const SMALLEST_BOOK = 12
/** Records' worth of trust in the usual frequency of a value. */
const USUAL = 200
/** Bits against two people behind records that fill the same fields with the same values: somewhere, they would differ. */
const IDENTICAL = -3
/** Bits against a common workplace where no firm and no domain of one is known. */
const NO_FIRM = -3
/** How much the weaker of several agreeing parts of one address count: they come together. */
const REPEATED = 0.4

/** The starting model for a book of so many records. */
export const priorModel = (records: number): Model => {
  const [m, u] = [new Float64Array(COMPARISONS.length * WIDTH), new Float64Array(COMPARISONS.length * WIDTH)]
  for (const [at, { levels }] of COMPARISONS.entries()) {
    for (const [index, level] of levels.entries()) {
      m[at * WIDTH + index + 1] = level.m
      u[at * WIDTH + index + 1] = level.u
    }
  }
  return { records, m, u, same: 0.1, household: 0.1, work: 0.1 }
}

/** The evidence of one pair, in bits: for each comparison, and in sum for one person, one household, one workplace. */
export type Evidence = {
  same: number
  household: number
  work: number
  weights: Float64Array
  /** Whether all that is known is equal. */
  identical: boolean
}

export const createEvidence = (): Evidence => ({
  same: 0,
  household: 0,
  work: 0,
  weights: new Float64Array(COMPARISONS.length),
  identical: false,
})

export type Scorer = {
  /** Weighs a compared pair. */
  weigh: (pair: Comparison, into: Evidence) => void
  /** The probabilities that a weighed pair is one, shares a household, shares a workplace. The rest is chance. */
  classes: (evidence: Evidence) => { same: number; household: number; work: number }
}

/** How much a street counts in another town: each has a Church Street. */
const ELSEWHERE = 0.5
const CITY_DIFFERS = levelCodes(AT.city).get('differs')
const POSTCODE_DIFFERS = levelCodes(AT.postcode).get('differs')
const isElsewhere = (levels: Uint8Array): boolean =>
  levels[AT.city] === CITY_DIFFERS && levels[AT.postcode] === POSTCODE_DIFFERS
/** Half of so many others that share an e-mail, phone or identifier count as strangers. */
const PERSONAL = 30
const isPersonal = (at: number): boolean => at === AT.email || at === AT.phone || at === AT.identifier
const emailCodes = levelCodes(AT.email)
const [SHARED, DOMAIN] = [emailCodes.get('shared'), emailCodes.get('domain')]
const sharesDomain = (code: number): boolean => code === SHARED || code === DOMAIN
const isAddress = (at: number): boolean => at >= AT.street && at <= AT.country

/**
 * Weighs pairs as Fellegi and Sunter (1969, “A theory for record linkage”) do, by log2(m/u) of each field's level, with
 * three refinements. A value's own frequency takes the place of u (Winkler 2000, “Frequency-based matching”; as Splink
 * does), so rare values count more than common ones. Parts of an address are not independent, so all but the strongest
 * count in part. And what is not one person is not only chance: families and colleagues share names, addresses and
 * phones, so they are classes of their own beside it (a latent class model; Winkler 1990, Larsen and Rubin 2001).
 */
export const createScorer = (model: Model): Scorer => {
  const { records } = model
  const size = COMPARISONS.length * WIDTH
  const [same, household, work] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const rarity = new Uint8Array(size)
  for (const [at, { levels }] of COMPARISONS.entries()) {
    for (const [index, level] of levels.entries()) {
      const cell = at * WIDTH + index + 1
      const u = level.rarity ? 0 : Math.log2(model.u[cell] ?? level.u)
      rarity[cell] = level.rarity ? 1 : 0
      same[cell] = Math.log2(model.m[cell] ?? level.m) - u
      household[cell] = level.home === undefined ? 0 : Math.log2(level.home) - u
      work[cell] = level.work === undefined ? 0 : Math.log2(level.work) - u
    }
  }
  const frequency = (at: number, held: number): number => {
    const comparison = COMPARISONS[at]
    if (!comparison) return 1
    // Two of those that hold the value are this pair.
    const others = Math.max(0, held - 2)
    // A few more that share what belongs to one person are rather that person, too; many are a switchboard.
    const strangers = isPersonal(at) ? others ** 2 / (others + PERSONAL) : others
    // The more hold it, the less need there is for what is usual.
    const trust = USUAL / (1 + others / 2)
    return Math.max(comparison.rarest, (strangers + trust * (comparison.levels[0]?.u ?? 0)) / (records + trust))
  }
  const pairs = Math.max(SMALLEST_BOOK, records - 1)
  const odds = (rate: number): number => Math.log2((2 * rate) / pairs)
  const prior = { same: odds(model.same), household: odds(model.household), work: odds(model.work) }

  return {
    weigh: ({ levels, counts, sameFields }, into) => {
      into.same = prior.same
      into.household = prior.household
      into.work = prior.work
      let compared = 0
      let exact = 0
      let strongest = -1
      let most = 0
      for (let at = 0; at < COMPARISONS.length; at++) {
        const code = levels[at] ?? 0
        if (code === 0) {
          into.weights[at] = 0
          continue
        }
        compared++
        if (code === 1) exact++
        const cell = at * WIDTH + code
        let weight = same[cell] ?? 0
        if (rarity[cell] === 1) weight -= Math.log2(frequency(at, counts[at] ?? 0))
        into.weights[at] = weight
        if (isAddress(at) && weight > most) {
          most = weight
          strongest = at
        }
      }
      const elsewhere = isElsewhere(levels)
      for (let at = 0; at < COMPARISONS.length; at++) {
        const code = levels[at] ?? 0
        if (code === 0) continue
        const cell = at * WIDTH + code
        const full = into.weights[at] ?? 0
        const share =
          full <= 0 || !isAddress(at) ? 1 : at !== strongest ? REPEATED : at === AT.street && elsewhere ? ELSEWHERE : 1
        into.weights[at] = full * share
        into.same += full * share
        const scarce = rarity[cell] === 1 ? full - (same[cell] ?? 0) : 0
        const home = household[cell] ?? 0
        const office = work[cell] ?? 0
        if (home !== 0) into.household += (home + scarce) * share
        if (office !== 0) into.work += (office + scarce) * share
      }
      if ((levels[AT.company] ?? 0) === 0 && !sharesDomain(levels[AT.email] ?? 0)) into.work += NO_FIRM
      into.identical = sameFields && compared > 0 && exact === compared
      if (into.identical) {
        into.household += IDENTICAL
        into.work += IDENTICAL
      }
    },
    classes: (evidence) => {
      const top = Math.max(0, evidence.same, evidence.household, evidence.work)
      const one = 2 ** (evidence.same - top)
      const home = 2 ** (evidence.household - top)
      const office = 2 ** (evidence.work - top)
      const total = 2 ** -top + one + home + office
      return { same: one / total, household: home / total, work: office / total }
    },
  }
}
