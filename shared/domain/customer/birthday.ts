import { addDays } from '../day.ts'

const LEAP_DAY = '02-29'
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The day of the year (`MM-DD`) of a birthday. */
export const dayOfYear = (birthday: string | undefined): string | undefined => birthday?.slice('YYYY-'.length)

/**
 * The days of the year (`MM-DD`) that are celebrated from `today` (`YYYY-MM-DD`) for so many days, each with its day
 * this time. Who was born on a leap day celebrates on 28 February of other years.
 */
export const celebrated = (today: string, days: number): ReadonlyMap<string, string> =>
  new Map(
    Array.from({ length: days }, (_, ahead) => addDays(today, ahead)).flatMap((day) => {
      const own = [[day.slice(5), day] as const]
      const leap = day.endsWith('-02-28') && !isLeap(Number(day.slice(0, 4)))
      return leap ? [...own, [LEAP_DAY, day] as const] : own
    }),
  )

/** How old someone becomes on a day, in years; undefined for a year of birth that cannot be. */
export const ageOn = (birthday: string, day: string): number | undefined => {
  const age = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4))
  return age > 0 && age < 120 ? age : undefined
}
