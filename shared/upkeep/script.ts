/** Letters that only one language of the book's four writes, or that leave no doubt. */
const scripts: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['fa', /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/],
  ['uk', /[іїєґ]/i],
  ['ru', /[\u0400-\u04ff]/],
  ['lt', /[ėįųū]|(?:auskas|iškis|avičius|evičius|aitė|ytė|utė|ienė)$/i],
  ['lv', /[ķļņģ]/i],
  ['pl', /[łśźćńż]/i],
]
const ARABIC = /\p{Script=Arabic}/u

/** The languages that the people of a country are most likely written to in. */
const byCountry: Readonly<Record<string, string>> = {
  LT: 'lt',
  LV: 'lv',
  EE: 'et',
  PL: 'pl',
  RU: 'ru',
  BY: 'ru',
  KZ: 'ru',
  IR: 'fa',
  AF: 'fa',
  DE: 'de',
  AT: 'de',
  GB: 'en',
  US: 'en',
  IE: 'en',
  FR: 'fr',
  ES: 'es',
  IT: 'it',
  UA: 'uk',
}

/** The language that the script of a name speaks for; undefined for a name in plain Latin or Arabic letters. */
export const languageOfName = (name: string, country: string | undefined): string | undefined => {
  const found = scripts.find(([, pattern]) => pattern.test(name.normalize('NFC')))?.[0]
  if (found !== undefined) return found === 'ru' ? (cyrillicOf[country ?? ''] ?? 'ru') : found
  return ARABIC.test(name) && country === 'IR' ? 'fa' : undefined
}

const cyrillicOf: Readonly<Record<string, string>> = { UA: 'uk', BG: 'bg', RS: 'sr', MK: 'mk', MN: 'mn' }

export const languageOfCountry = (country: string): string | undefined => byCountry[country]
