import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'

import { asciiDigits } from '../import/fold.ts'

const countryOf = (country: string | undefined): CountryCode | undefined =>
  country !== undefined && isSupportedCountry(country) ? country : undefined

const parsed = (typed: string, country: string | undefined): PhoneNumber | undefined => {
  const text = asciiDigits(typed)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^00(?=[1-9])/, '+')
  return parsePhoneNumberFromString(text, countryOf(country))
}

/**
 * A phone as typed, with its E.164 form where it can be read as a possible number.
 * @param country ISO 3166-1 alpha-2: where a number without a country code is from
 */
export const readPhone = (typed: string, country?: string): { value: string; e164?: string } => {
  const number = parsed(typed, country)
  return number?.isPossible() ? { value: typed, e164: number.number } : { value: typed }
}

/** The country of an E.164 number and its calling code; nothing where several countries share the code undecidedly. */
export const countryOfPhone = (e164: string): { country: string; prefix: string } | undefined => {
  const number = parsePhoneNumberFromString(e164)
  return number?.country && { country: number.country, prefix: `+${number.countryCallingCode}` }
}

/**
 * Whether a phone as typed is a number that is given out somewhere, one that could be by its length, or none that can
 * be read.
 * @param country ISO 3166-1 alpha-2: where a number without a country code is from
 */
export const checkPhone = (typed: string, country?: string): 'valid' | 'possible' | 'none' => {
  const number = parsed(typed, country)
  if (number?.isValid()) return 'valid'
  return number?.isPossible() ? 'possible' : 'none'
}
