import type { I18n } from '../../i18n/index.ts'
import type { Tone } from '../../ui/index.ts'

/** How sure a likeness is, in words. */
export const strengths = ['sure', 'likely', 'possible'] as const
export type Strength = (typeof strengths)[number]

const SURE = 0.95
const LIKELY = 0.8

export const strengthOf = (probability: number): Strength => {
  if (probability >= SURE) return 'sure'
  return probability >= LIKELY ? 'likely' : 'possible'
}

export const strengthTone: Readonly<Record<Strength, Tone>> = { sure: 'good', likely: 'info', possible: 'neutral' }

/** A likeness is never a proof. */
const MOST = 0.99

/** The probability as it is shown. */
export const shownProbability = (format: I18n['format'], probability: number): string =>
  format.percent(Math.min(probability, MOST))
