import { COMMON_WORDS } from './common.ts'
import { MIN_PASSPHRASE, normalPassphrase } from './normal.ts'

type PassphraseStrength = {
  level: 'weak' | 'fair' | 'good'
  /** What speaks most against it; `fine` when nothing does. */
  reason: 'tooShort' | 'common' | 'repeats' | 'sequence' | 'couldBeLonger' | 'fine'
}

/** The characters of a passphrase as keys are made from it. */
const charactersOf = (typed: string): string[] => [...normalPassphrase(typed)]

const isLongEnough = (typed: string): boolean => charactersOf(typed).length >= MIN_PASSPHRASE

/** Rows that fingers run along: alphabets and keyboards. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'ضصثقفغعهخحج',
  'شسیبلاتنمک',
]
const FOLLOWERS = new Set(
  ROWS.flatMap((row) => [...row].slice(1).flatMap((letter, at) => [`${row[at]}${letter}`, `${letter}${row[at]}`])),
)

/** How many characters are no mere continuation: neither the one before again nor the next of a row. */
const fresh = (
  characters: readonly string[],
  follows: (pair: string, one: string, before: string) => boolean,
): number =>
  characters.filter((one, at) => {
    const before = characters[at - 1]
    return before === undefined || !follows(`${before}${one}`, one, before)
  }).length

const isFollower = (pair: string): boolean => FOLLOWERS.has(pair)
const isSame = (_: string, one: string, before: string): boolean => one === before

/** Without what people put around a common word: digits, signs, blanks. */
const bare = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/[\s_.-]+/g, '')
const common = new Set(COMMON_WORDS)

/** The common words that are words, the longest first; so few letters beside them add nothing. */
const COMMON_PARTS = new RegExp(
  COMMON_WORDS.filter((word) => word.length > 4)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gu',
)
const FEW_LETTERS = 3

/** Whether nothing is left without the common words: `password password`, `admin+winter24`. */
const isMadeOfCommon = (text: string): boolean => {
  const rest = text.replace(COMMON_PARTS, '')
  return rest !== text && rest.replace(/[^\p{L}]/gu, '').length < FEW_LETTERS
}

const isCommon = (text: string): boolean =>
  [text, bare(text), text.replace(/[\s_.-]+/g, ''), text.replace(/\d+$/, '')].some((one) => common.has(one)) ||
  isMadeOfCommon(text)

/** Guesses a character is worth, in bits, by the kinds there are; letters beside letters are guessed as words. */
const bitsEach = (text: string): number => {
  const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(text)).length
  return /^\p{Nd}*$/u.test(text) ? 2.5 : 2 + 0.5 * kinds
}

const FAIR_BITS = 28
const GOOD_BITS = 44

/** Whether a passphrase may be made of it: what is weak opens to whoever tries for an evening. */
export const isStrongEnough = (typed: string): boolean => passphraseStrength(typed).level !== 'weak'

/**
 * A simple estimate how hard a passphrase is to guess, by its length and variety: no promise. `weak` ones are refused
 * where they would be made; one that is given to open is taken as it is. `good` is about four unrelated words, or twelve characters of several kinds.
 */
export const passphraseStrength = (typed: string): PassphraseStrength => {
  const text = normalPassphrase(typed)
  const lower = text.toLowerCase()
  const characters = [...lower]
  if (!isLongEnough(typed)) return { level: 'weak', reason: 'tooShort' }
  if (isCommon(lower)) return { level: 'weak', reason: 'common' }
  const different = new Set(characters).size
  if (fresh(characters, isSame) * 2 < characters.length || different < 5) return { level: 'weak', reason: 'repeats' }
  if (fresh(characters, isFollower) * 2 <= characters.length) return { level: 'weak', reason: 'sequence' }
  const counted = Math.min(
    fresh(characters, (pair, ...both) => isSame(pair, ...both) || isFollower(pair)),
    different * 2,
  )
  const bits = counted * bitsEach(text)
  if (bits >= GOOD_BITS) return { level: 'good', reason: 'fine' }
  return { level: bits >= FAIR_BITS ? 'fair' : 'weak', reason: 'couldBeLonger' }
}
