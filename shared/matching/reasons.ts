import type { Comparison } from './compare.ts'
import { COMPARISONS } from './model/fields.ts'
import type { Evidence } from './model/score.ts'
import type { MatchReason } from './types.ts'

const rounded = (bits: number): number => Math.round(bits * 100) / 100

/** In bits; a certain pair has 50. */
const oddsOf = (probability: number): number => Math.min(50, Math.max(-50, Math.log2(probability / (1 - probability))))

/** Less is not worth telling. */
const LEAST_RELATION = 0.5

/**
 * A weighed pair in reasons, the strongest first: one for each field that both records have, and one where family or
 * work explains the likeness as well.
 * @param own the probability by the pair's own evidence, with all classes counted
 * @param probability what other records make of it; larger where a third one joins the two
 */
export const reasonsOf = (pair: Comparison, evidence: Evidence, own: number, probability = own): MatchReason[] => {
  const reasons: MatchReason[] = []
  for (const [at, { field, levels }] of COMPARISONS.entries()) {
    const level = levels[(pair.levels[at] ?? 0) - 1]
    if (level) reasons.push({ field, level: level.id, weight: rounded(evidence.weights[at] ?? 0) })
  }
  if (evidence.identical) reasons.push({ field: 'record', level: 'identical', weight: 0 })
  const lost = evidence.same - oddsOf(own)
  const won = oddsOf(probability) - oddsOf(own)
  if (won > 0) reasons.push({ field: 'record', level: 'linked', weight: rounded(won) })
  if (lost >= LEAST_RELATION && Math.max(evidence.household, evidence.work) > 0) {
    const level = evidence.household >= evidence.work ? 'household' : 'colleagues'
    reasons.push({ field: 'relation', level, weight: -rounded(lost) })
  }
  return reasons.sort((a, b) => b.weight - a.weight)
}
