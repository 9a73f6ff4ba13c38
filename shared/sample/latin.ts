import { cyrillicLatin } from '../matching/text/letters.ts'

/** Letters that an address spells otherwise than passports do, or that folding would have taken apart. */
const others: Readonly<Record<string, string>> = {
  ё: 'e',
  й: 'y',
  щ: 'sch',
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
}

/** The text in plain Latin letters and digits, with single hyphens between, as an address on the web needs it. */
export const latin = (text: string): string =>
  [...text.toLowerCase().replace(/[’']/g, '')]
    .map((letter) => others[letter] ?? cyrillicLatin.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
