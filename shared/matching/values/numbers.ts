import { digitsOf } from '../../search/index.ts'
import { edits } from '../text/edits.ts'
import { foldWords, LONGEST_TEXT } from '../text/fold-name.ts'

/** Digits that a phone has without country code and trunk prefix, at most. */
const PHONE_DIGITS = 8
const SHORTEST_PHONE = 5

/** A phone as it is compared: its digits, country code or not; empty if there are too few. */
export const phoneKeyOf = (phone: string): string => {
  const digits = digitsOf(phone.slice(0, LONGEST_TEXT).replace(/(ext|доб|vid)\.?\s*\d+\s*$/iu, ''))
  return digits.length < SHORTEST_PHONE ? '' : digits.slice(-PHONE_DIGITS)
}

export type NumberLevel = 'exact' | 'close' | 'area' | 'differs'

/** How two phones (see `phoneKeyOf`) compare. Neighbouring numbers are often an office's, so only long ones can be close. */
export const comparePhones = (a: string, b: string): NumberLevel => {
  if (a === b || (Math.min(a.length, b.length) >= 6 && (a.endsWith(b) || b.endsWith(a)))) return 'exact'
  return Math.min(a.length, b.length) >= 7 && edits(a, b, 1) <= 1 ? 'close' : 'differs'
}

/** A number of identity as it is compared: letters and digits only; empty if there are under three. */
export const identifierKeyOf = (identifier: string): string => {
  const key = foldWords(identifier).replace(/ /g, '')
  return key.length < 3 ? '' : key
}

const SHORTEST_MISTYPED = 6

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether both are of about one length, with digits and letters at the same places. */
const sameKind = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  for (let at = Math.min(a.length, b.length) - 1; at >= 0; at--) {
    if (isDigit(a.charCodeAt(at)) !== isDigit(b.charCodeAt(at))) return false
  }
  return true
}

/**
 * How two identifiers compare, undefined where they are of different kinds (as a tax number and a customer number),
 * which says nothing.
 */
export const compareIdentifiers = (a: string, b: string): NumberLevel | undefined => {
  if (a === b) return 'exact'
  const shortest = Math.min(a.length, b.length)
  const most = shortest >= 9 ? 2 : shortest >= SHORTEST_MISTYPED ? 1 : 0
  if (edits(a, b, most) <= most) return 'close'
  return sameKind(a, b) ? 'differs' : undefined
}

/** A postcode as it is compared: letters and digits without the country's prefix (`LT-`, `D-`). */
export const postcodeKeyOf = (postcode: string): string =>
  foldWords(postcode)
    .replace(/^[a-z]{1,2} (?=\d{4,5}$)/, '')
    .replace(/^lt(?=\d{5}$)|^lv(?=\d{4}$)/, '')
    .replace(/ /g, '')

/** How two postcodes compare: `close` is one slip, `area` a common beginning. */
export const comparePostcodes = (a: string, b: string): NumberLevel => {
  if (a === b) return 'exact'
  if (edits(a, b, 1) <= 1) return 'close'
  const shared = Math.max(2, Math.floor(Math.min(a.length, b.length) / 2))
  for (let at = 0; at < shared; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) return 'differs'
  return 'area'
}
