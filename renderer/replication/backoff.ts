const FIRST = 5_000
const LAST = 300_000

/** Waits that double up to five minutes, each with up to half of it taken off at random, so that devices spread out. */
export const createBackoff = (random: () => number) => {
  let wait = FIRST
  return {
    /** Milliseconds until the next try. */
    next: (): number => {
      const now = wait
      wait = Math.min(wait * 2, LAST)
      return Math.round(now * (1 - random() / 2))
    },
    reset: (): void => {
      wait = FIRST
    },
  }
}
