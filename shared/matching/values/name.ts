import { edits } from '../text/edits.ts'
import { foldWords, looseSpelling, romanize, type Script, scriptOf } from '../text/fold-name.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import { nicknameKey } from '../text/nicknames.ts'
import { consonants, readsAs, soundOf } from '../text/sound.ts'
import { type FamilyStem, familyStem } from '../text/stem.ts'

/** A name part, city or region, made ready for comparing. */
export type NameValue = {
  /** Latin words and the same without spaces. */
  words: readonly string[]
  plain: string
  loose: string
  sound: string
  consonants: string
  script: Script
  nickname: string | undefined
  stem: FamilyStem | undefined
  /** The digits in it: `District 1` and `District 2` are two. */
  digits: string
}

export type NameLevel =
  | 'exact'
  | 'transliterated'
  | 'nickname'
  | 'stem'
  | 'close'
  | 'sounds'
  | 'initial'
  | 'part'
  | 'similar'
  | 'differs'

/** The folded text under which equal names are kept; empty if the name has no letter or digit. */
export const nameKeyOf = (name: string): string => foldWords(name)

/** @param folded a text from `nameKeyOf` */
export const readName = (folded: string): NameValue => {
  const roman = romanize(folded)
  const loose = looseSpelling(roman)
  return {
    words: roman.split(' '),
    plain: roman.replace(/ /g, ''),
    loose,
    sound: soundOf(roman),
    consonants: consonants(roman),
    script: scriptOf(folded),
    nickname: nicknameKey(loose),
    stem: familyStem(loose),
    digits: roman.replace(/\D/g, ''),
  }
}

const SHORTEST_PART = 3

const holdsWordsOf = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((word) => word.length >= SHORTEST_PART && all.includes(word))

const isPart = (a: NameValue, b: NameValue): boolean => {
  const [short, long] = a.plain.length <= b.plain.length ? [a, b] : [b, a]
  if (short.words.length < long.words.length && holdsWordsOf(long.words, short.words)) return true
  return short.plain.length >= SHORTEST_PART && long.plain.startsWith(short.plain)
}

const isInitials = ({ words }: NameValue): boolean => words.every((word) => word.length === 1)

const isInitial = (a: NameValue, b: NameValue): boolean => {
  const initials = (short: NameValue, long: NameValue): boolean =>
    isInitials(short) &&
    short.words.length <= long.words.length &&
    short.words.every((word, at) => long.words[at]?.startsWith(word) || (at === 0 && long.loose.startsWith(word)))
  return initials(a, b) || initials(b, a)
}

const isPersian = ({ script }: NameValue): boolean => script === 'arabic'

const isSameAcrossScripts = (a: NameValue, b: NameValue): boolean => {
  if (a.loose !== '' && a.loose === b.loose) return true
  if (isPersian(a) === isPersian(b)) return false
  return isPersian(a) ? readsAs(a.plain, b.plain) : readsAs(b.plain, a.plain)
}

const isFamilyForm = (a: NameValue, b: NameValue): boolean =>
  a.stem !== undefined && b.stem !== undefined && a.stem.stem === b.stem.stem && a.stem.form !== b.stem.form

/** How two different texts compare as names, the strongest level first. */
export const compareNames = (a: NameValue, b: NameValue): NameLevel => {
  if (a.plain === '' || b.plain === '') return 'differs'
  if (a.plain === b.plain) return a.script === b.script ? 'exact' : 'transliterated'
  if (a.digits !== b.digits && a.digits !== '' && b.digits !== '') return 'differs'
  if (isSameAcrossScripts(a, b)) return 'transliterated'
  if (a.nickname !== undefined && a.nickname === b.nickname) return 'nickname'
  if (isFamilyForm(a, b)) return 'stem'
  const shortest = Math.min(a.plain.length, b.plain.length)
  if (shortest === 1 || isInitials(a) || isInitials(b)) return isInitial(a, b) ? 'initial' : 'differs'
  if (isInitial(a, b)) return 'initial'
  const alike = jaroWinkler(a.plain, b.plain)
  if (alike < 0.6 && isPersian(a) === isPersian(b) && !isPart(a, b)) return 'differs'
  const most = shortest >= 7 ? 2 : shortest >= 4 ? 1 : 0
  if (alike >= 0.95 || edits(a.plain, b.plain, most) <= most) return 'close'
  if (a.sound.length > 1 && a.sound === b.sound) return 'sounds'
  if (isPersian(a) !== isPersian(b) && a.consonants.length > 2 && a.consonants === b.consonants) return 'sounds'
  if (isPart(a, b)) return 'part'
  const allowed = Math.max(1, Math.floor(Math.max(a.plain.length, b.plain.length) / 2.5))
  if (alike >= 0.85 || edits(a.plain, b.plain, allowed) <= allowed) return 'similar'
  return 'differs'
}
