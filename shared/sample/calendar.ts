import type { Random } from './random.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000
/** Working hours in UTC that are daytime from Berlin to Tehran. */
const FIRST_HOUR = 6
const LAST_HOUR = 15

/** How lively each month is for a trade with fairs in spring and autumn, January first. */
const seasons = [0.9, 1, 1.15, 1.2, 1.15, 0.95, 0.6, 0.7, 1.2, 1.25, 1.15, 0.7]
/** Sunday first. */
const weekdays = [0.03, 1, 1.1, 1.1, 1.05, 0.85, 0.12]

/** How many days the sample looks back. */
export const YEAR = 365

/** Time as the sample tells it: whole days back from today. */
export type Calendar = {
  /** `YYYY-MM-DD`; negative is the future. */
  day: (back: number) => string
  /** An instant in working hours of that day; the day before while that is still to come. */
  instant: (back: number) => string
  /** A day of the past year, livelier in season, on weekdays and lately; at least `min` and at most `max` back. */
  liveliest: (min: number, max: number) => number
  /** How many days ago the latest day of that month (1 to 12) and day of the month was, whole `years` earlier. */
  since: (month: number, dayOfMonth: number, years: number) => number
}

const liveliness = (millis: number, back: number): number => {
  const date = new Date(millis)
  const growth = 0.65 + 0.7 * (1 - back / YEAR)
  return (seasons[date.getUTCMonth()] ?? 1) * (weekdays[date.getUTCDay()] ?? 1) * growth
}

/** `today` is `YYYY-MM-DD`, `now` an ISO instant. */
export const createCalendar = (random: Random, today: string, now: string): Calendar => {
  const start = Date.parse(`${today}T00:00:00.000Z`)
  const limit = Date.parse(now)
  const at = (back: number) => start - back * DAY
  const weights = Array.from({ length: YEAR + 1 }, (_, back) => liveliness(at(back), back))
  return {
    day: (back) => new Date(at(back)).toISOString().slice(0, 10),
    instant: (back) => {
      let millis = at(back) + random.int(FIRST_HOUR, LAST_HOUR) * HOUR + random.int(0, 11) * 5 * MINUTE
      while (millis > limit) millis -= DAY
      return new Date(millis).toISOString()
    },
    liveliest: (min, max) => {
      const days = Array.from({ length: Math.max(1, max - min + 1) }, (_, index) => min + index)
      return random.weighted(days, (back) => weights[back] ?? 0.5)
    },
    since: (month, dayOfMonth, years) => {
      const year = new Date(start).getUTCFullYear()
      const thisYear = Date.UTC(year - years, month - 1, dayOfMonth)
      const latest =
        thisYear <= start - years * YEAR * DAY ? thisYear : Date.UTC(year - years - 1, month - 1, dayOfMonth)
      return Math.round((start - latest) / DAY)
    },
  }
}
