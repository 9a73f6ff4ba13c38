import { normalize } from '../../search/index.ts'
import { cyrillicLatin, persianLatin } from './letters.ts'

/** Longer values are no names; what is beyond is not looked at, so that hostile input costs no time. */
export const LONGEST_TEXT = 200
const JOINERS = /['’ʼ‘`´\u200b-\u200d\u00ad]+/g
const FOREIGN = /[\u0400-\u06ff]/g
const OTHER_SCRIPT = /[\u0400-\u06ff]/
const FIRST_ARABIC = '\u0600'

const romanLetter = (letter: string): string => cyrillicLatin.get(letter) ?? persianLatin.get(letter) ?? letter

/** Folded words (see `normalize`) with apostrophes and half-spaces joined: `O’Brien` is `obrien`. */
export const foldWords = (text: string): string => normalize(text.slice(0, LONGEST_TEXT).replace(JOINERS, ''))

/** Folded words in Latin letters, whichever script they came in. */
export const romanize = (folded: string): string => folded.replace(FOREIGN, romanLetter).replace(/ +/g, ' ').trim()

export type Script = 'latin' | 'cyrillic' | 'arabic'

/** The script of a folded text, by its first letter that is not Latin. Persian and Arabic leave short vowels out. */
export const scriptOf = (folded: string): Script => {
  const letter = OTHER_SCRIPT.exec(folded)?.[0]
  return letter === undefined ? 'latin' : letter < FIRST_ARABIC ? 'cyrillic' : 'arabic'
}

/**
 * One spelling for the many that transliteration gives a name: `Алексей`, `Aleksej`, `Alexey` are `aleksei`; `Müller`
 * and `Mueller` are `muler`.
 * @param roman folded Latin letters
 */
export const looseSpelling = (roman: string): string =>
  roman
    .replace(/ /g, '')
    .replace(/shch|sch|sh/g, 's')
    .replace(/zh/g, 'z')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/ch|ts|tz/g, 'c')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/ie/g, 'e')
    .replace(/([aou])e/g, '$1')
    .replace(/(.)\1+/g, '$1')

/**
 * A name as one key, no matter its case, diacritics, joiners, spaces and script: `Иванов` and `Ivanov` are one,
 * `Müller` and `Mueller` are one. Persian without its short vowels has `consonants` for that.
 */
export const foldName = (text: string): string => looseSpelling(romanize(foldWords(text)))
