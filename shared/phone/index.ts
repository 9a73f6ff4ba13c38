import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

import { asciiDigits } from '../import/fold.ts'

const countryOf = (country: string | undefined): CountryCode | undefined =>
  country !== undefined && isSupportedCountry(country) ? country : undefined

/**
 * A phone as typed, with its E.164 form where it can be read as a possible number.
 * @param country ISO 3166-1 alpha-2: where a number without a country code is from
 */
export const readPhone = (typed: string, country?: string): { value: string; e164?: string } => {
  const text = asciiDigits(typed)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^00(?=[1-9])/, '+')
  const number = parsePhoneNumberFromString(text, countryOf(country))
  return number?.isPossible() ? { value: typed, e164: number.number } : { value: typed }
}
