import type { AppError } from '../../../../shared/app-error.ts'
import type { Failure } from './failure.ts'

/** What time and chance are: handed in, so that tests need not wait. */
export type Tools = {
  fetch: typeof fetch
  /** Unix milliseconds. */
  now: () => number
  /** From 0 up to 1. */
  random: () => number
  sleep: (millis: number) => Promise<void>
}

const FIRST = 250
const LARGEST = 8_000

/**
 * Tries until it works, or fails for good, or the patience (milliseconds) is at its end. Waits twice as long each time,
 * somewhere between half and all of that: many devices that were thrown out together do not come back together.
 * @param once answers a value in a list, or why there is none
 */
export const patiently = async <T>(
  { now, random, sleep }: Pick<Tools, 'now' | 'random' | 'sleep'>,
  patience: number,
  once: () => Promise<readonly [T] | Failure>,
): Promise<T> => {
  const started = now()
  for (let step = FIRST; ; step = Math.min(step * 2, LARGEST)) {
    const result = await once()
    if (!('error' in result)) return result[0]
    const wait = Math.max(result.after ?? 0, step * (0.5 + random() / 2))
    if (!result.again || now() - started + wait > patience) throw result.error satisfies AppError
    await sleep(wait)
  }
}
