import { digitsOf } from '../../search/index.ts'
import { edits } from '../text/edits.ts'

export type BirthdayLevel = 'exact' | 'swapped' | 'close' | 'similar' | 'differs'

const LONGEST_DATE = 40
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)/
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)/
const READ_AS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', '|': '1' }

const joined = (year = '', month = '', day = ''): string => year + month.padStart(2, '0') + day.padStart(2, '0')

/**
 * A day of birth as digits, year first; empty if the text is none. A digit too many or too few and a month over 12 are
 * kept: they are slips that still compare.
 */
export const birthdayKeyOf = (birthday: string): string => {
  const text = birthday.slice(0, LONGEST_DATE).trim()
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return joined(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return joined(dayFirst[3], dayFirst[2], dayFirst[1])
  const digits = digitsOf(text.toLowerCase().replace(/[oli|]/g, (letter) => READ_AS[letter] ?? letter))
  return digits.length >= 7 && digits.length <= 9 && !/^0+$/.test(digits) ? digits : ''
}

const samePart = (a: string, atA: number, b: string, atB: number, length: number): boolean => {
  for (let i = 0; i < length; i++) if (a.charCodeAt(atA + i) !== b.charCodeAt(atB + i)) return false
  return true
}

/** How two days compare: day and month swapped, one slip of the hand, or two of year, month and day the same. */
export const compareBirthdays = (a: string, b: string): BirthdayLevel => {
  if (a === b) return 'exact'
  const sameYear = samePart(a, 0, b, 0, 4)
  if (sameYear && samePart(a, 4, b, 6, 2) && samePart(a, 6, b, 4, 2)) return 'swapped'
  if (edits(a, b, 1) <= 1) return 'close'
  const same = Number(sameYear) + Number(samePart(a, 4, b, 4, 2)) + Number(samePart(a, 6, b, 6, 2))
  return same === 2 || edits(a, b, 2) <= 2 ? 'similar' : 'differs'
}
