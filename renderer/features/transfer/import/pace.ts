/** How fast rows are done, from what was done when. */
export type Pace = {
  /** Milliseconds, and the rows done by then: the window over which the rate is taken, oldest first. */
  marks: readonly { at: number; done: number }[]
}

/** Milliseconds of the past that count: what was slow a while ago says nothing about what is left. */
const WINDOW = 10_000
/** Before so many milliseconds have passed, a rate would only jump about. */
const SETTLED = 1_000
const SECOND = 1_000

export const noPace: Pace = { marks: [] }

/** Takes note of how far it is. Going back (a pause, another run) begins anew. */
export const noteProgress = ({ marks }: Pace, at: number, done: number): Pace => {
  const last = marks.at(-1)
  if (last !== undefined && done < last.done) return { marks: [{ at, done }] }
  return { marks: [...marks.filter((mark) => mark.at >= at - WINDOW), { at, done }] }
}

/** Rows a second, once that is known. */
export const rateOf = ({ marks }: Pace): number | undefined => {
  const [first, last] = [marks[0], marks.at(-1)]
  if (first === undefined || last === undefined || last.at - first.at < SETTLED || last.done === first.done)
    return undefined
  return ((last.done - first.done) * SECOND) / (last.at - first.at)
}

/** Seconds until all are done, once that is known. */
export const secondsLeft = (pace: Pace, total: number): number | undefined => {
  const rate = rateOf(pace)
  const done = pace.marks.at(-1)?.done ?? 0
  return rate === undefined ? undefined : Math.ceil((total - done) / rate)
}
