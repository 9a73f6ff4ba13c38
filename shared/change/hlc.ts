/**
 * Hybrid logical clock stamps (Kulkarni et al., "Logical Physical Clocks", 2014), as strings that sort by time:
 * `ttttttttt.cccc.device` with nine base-36 digits of Unix milliseconds, four of a counter, then the device id.
 */
export type Stamp = string

/** Reads the wall clock, in Unix milliseconds. */
export type WallClock = () => number

export type Clock = {
  /** A stamp later than every stamp this clock gave, and later than each of `seen` (what the write replaces). */
  next: (...seen: readonly (Stamp | undefined)[]) => Stamp
  readonly device: string
}

const TIME_DIGITS = 9
const COUNTER_DIGITS = 4
const COUNTER_LIMIT = 36 ** COUNTER_DIGITS

const SHAPE = /^[0-9a-z]{9}\.[0-9a-z]{4}\./

type Instant = { millis: number; counter: number }

const parse = (stamp: Stamp | undefined): Instant | undefined => {
  if (stamp === undefined || !SHAPE.test(stamp)) return undefined
  const millis = Number.parseInt(stamp.slice(0, TIME_DIGITS), 36)
  const counter = Number.parseInt(stamp.slice(TIME_DIGITS + 1, TIME_DIGITS + 1 + COUNTER_DIGITS), 36)
  return { millis, counter }
}

const print = ({ millis, counter }: Instant, device: string): Stamp =>
  `${millis.toString(36).padStart(TIME_DIGITS, '0')}.${counter.toString(36).padStart(COUNTER_DIGITS, '0')}.${device}`

const isAfter = (a: Instant, b: Instant): boolean =>
  a.millis > b.millis || (a.millis === b.millis && a.counter > b.counter)

const successor = ({ millis, counter }: Instant): Instant =>
  counter + 1 < COUNTER_LIMIT ? { millis, counter: counter + 1 } : { millis: millis + 1, counter: 0 }

/**
 * The clock of one device. Only the stamps a write replaces push it forward, and only for that write: a record that
 * carries a stamp from the year 2090 can still be edited, and does not drag every other record of the book with it.
 * A wall clock that jumps back leaves the clock where it was.
 * @param device id of the device, without dots
 * @param wall reads Unix milliseconds
 */
export const createClock = (device: string, wall: WallClock): Clock => {
  let last: Instant = { millis: 0, counter: 0 }
  let lastWall = 0
  return {
    device,
    next: (...seen) => {
      const now = Math.max(0, Math.floor(wall()))
      // A wall clock that was ahead by mistake and has been put right is believed again.
      if (now < lastWall - DAY) last = { millis: now, counter: 0 }
      lastWall = now
      const own = now > last.millis ? { millis: now, counter: 0 } : successor(last)
      last = own
      let stamp = own
      for (const replaced of seen) {
        const instant = parse(replaced)
        if (instant !== undefined && !isAfter(stamp, instant)) stamp = successor(instant)
      }
      return print(stamp, device)
    },
  }
}

const DAY = 86_400_000

/** The Unix milliseconds of a stamp; 0 for a string that is not a stamp. */
export const stampMillis = (stamp: Stamp): number => parse(stamp)?.millis ?? 0
