import places from './places.json' with { type: 'json' }

const countryOfZone: Readonly<Record<string, string>> = places.countryOfZone
const currencyOfCountry: Readonly<Record<string, string>> = places.currencyOfCountry

const regionOf = (tag: string): string | undefined => new Intl.Locale(tag).region

/** The country this device seems to stand in, from its time zone, else from its languages; ISO 3166-1 alpha-2. */
export const guessCountry = (zone: string, tags: readonly string[]): string =>
  countryOfZone[zone] ?? tags.map(regionOf).find((region) => region !== undefined) ?? 'LT'

/** The currency of a country, ISO 4217; the euro where we know no other. */
export const currencyOf = (country: string): string => currencyOfCountry[country] ?? 'EUR'
