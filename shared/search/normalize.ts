import { digitZeros, folded } from './letters.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: the plain ASCII range is what is meant.
const ASCII = /^[\x00-\x7f]*$/
const MARKS = /\p{M}+/gu
const SPECIAL = /[\u0621-\u0669\u0671\u06be-\u06d5\u06f0-\u06f9\u0966-\u096fßæœøłđðþħŧŋĸıς]/g
const SEPARATORS = /[^\p{L}\p{N}]+/gu
const ASCII_SEPARATORS = /[^a-z0-9]+/g
/** Half-spaces, apostrophes and the soft hyphen: one word for some people, two for others. */
const JOINERS = /(?<=[\p{L}\p{N}\p{M}])['’ʼ‘`\u00ad\u200b\u200c\u200d]+(?=[\p{L}\p{N}])/gu
const ASCII_JOINERS = /(?<=[A-Za-z0-9])'+(?=[A-Za-z0-9])/g
const JOINER = '\u200c'
const WORD_WITH_JOINER = /[^\s\u200c]+(?:\u200c[^\s\u200c]+)+/gu

const foldLetter = (letter: string): string => {
  const other = folded.get(letter)
  if (other !== undefined) return other
  const code = letter.charCodeAt(0)
  for (const zero of digitZeros) if (code >= zero && code <= zero + 9) return String(code - zero)
  return letter
}

/** Case, diacritics, letter forms and digits folded; joiners become one half-space, other punctuation one space. */
const fold = (text: string): string => {
  if (ASCII.test(text)) {
    const lower = text.toLowerCase()
    if (!lower.includes("'")) return lower.replace(ASCII_SEPARATORS, ' ').trim()
    return lower
      .replace(ASCII_JOINERS, JOINER)
      .replace(/[^a-z0-9\u200c]+/g, ' ')
      .trim()
  }
  return text
    .normalize('NFKC')
    .replace(JOINERS, JOINER)
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, foldLetter)
    .split(JOINER)
    .map((part) => part.replace(SEPARATORS, ' '))
    .join(JOINER)
    .trim()
}

/**
 * Text as it is compared when people look for it: folded words with one space between them. A word written with a
 * half-space or an apostrophe stands in its parts and joined, so both ways of typing find it.
 */
export const normalize = (text: string): string => {
  const plain = fold(text)
  if (!plain.includes(JOINER)) return plain
  return plain
    .replace(WORD_WITH_JOINER, (word) => `${word.replaceAll(JOINER, ' ')} ${word.replaceAll(JOINER, '')}`)
    .replaceAll(JOINER, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** The folded words of a text, each as the parts that a half-space or an apostrophe parts it into. */
export const wordParts = (text: string): string[][] =>
  fold(text)
    .split(' ')
    .map((word) => word.split(JOINER).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)

/** The ASCII digits of a text, those of other scripts folded. */
export const digitsOf = (text: string): string => {
  const plain = ASCII.test(text) ? text : text.normalize('NFKC').replace(SPECIAL, foldLetter)
  return plain.replace(/[^0-9]+/g, '')
}
