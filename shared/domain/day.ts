const DAY_MS = 86_400_000

/** The calendar day of an instant where its reader is, `YYYY-MM-DD`. */
export const today = (now: Date): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const millis = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The day so many days after (or, negative, before) a day `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(millis(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Whole days from one day to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((millis(to) - millis(from)) / DAY_MS)
