import type { Outcome } from './schedule.ts'

/** Looks for the least number of steps after which a failing schedule still fails, by halves. */
export const shortened = async (failing: Outcome, run: (steps: number) => Promise<Outcome>): Promise<Outcome> => {
  let best = failing
  let [least, most] = [0, failing.steps]
  while (least < most) {
    const middle = (least + most) >> 1
    const outcome = await run(middle)
    if (outcome.failures.length > 0) {
      best = outcome
      most = middle
    } else least = middle + 1
  }
  return best
}
