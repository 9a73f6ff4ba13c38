const consonantClasses = (roman: string): string =>
  roman
    .replace(/ /g, '')
    .replace(/tsch|shch|sch|sh|zh|ts|tz|dz/g, 's')
    .replace(/kh/g, 'h')
    .replace(/ch(?=[rlnm])/g, 'k')
    .replace(/ch|c(?=[eiy])/g, 's')
    .replace(/ck|c/g, 'k')
    .replace(/z/g, 's')
    .replace(/x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/dh/g, 'd')
    .replace(/w/g, 'v')

/**
 * How a name sounds, roughly: consonants in classes, vowels left out but for the first. In the manner of Soundex
 * (Russell 1918), with classes that also hold for romanized Slavic, Baltic and Persian names.
 * @param roman folded Latin letters
 */
export const soundOf = (roman: string): string => {
  const classes = consonantClasses(roman)
    .replace(/gh/g, 'g')
    .replace(/q/g, 'k')
    .replace(/f/g, 'v')
    .replace(/^[jy]?e|^[aou]/, 'A')
    .replace(/^[ijy]/, 'I')
    .replace(/[aeiouyj]+/g, '')
  return (classes.slice(0, 1) + classes.slice(1).replace(/h/g, '')).replace(/(.)\1+/g, '$1').slice(0, 12)
}

/**
 * What a name and its Persian spelling share: the consonants that both always write. `حسینی` and `Hosseini` are `hsn`.
 * @param roman folded Latin letters
 */
export const consonants = (roman: string): string => {
  const classes = consonantClasses(roman)
    .replace(/gh|q/g, 'g')
    .replace(/[aeiouyv]+/g, '')
  return (classes.slice(0, 1) + classes.slice(1).replace(/h/g, '')).replace(/(.)\1+/g, '$1').slice(0, 12)
}

const LONG_VOWELS = { a: /^(aa|a|o)/, i: /^(ei|ey|ee|i|y|e|j)+/, v: /^(ou|oo|ow|v|w|o|u)/ }
const SHORT_VOWELS = /^(a|e|o)/

const sameLetters = (persian: string, latin: string): boolean => {
  if (persian === '') return latin === '' || /^(h|e|eh|a|ah|e?y?e)$/.test(latin)
  const letter = persian.slice(0, 1)
  if (letter === 'a' || letter === 'i' || letter === 'v') {
    const long = LONG_VOWELS[letter].exec(latin)
    if (long && sameLetters(persian.slice(1), latin.slice(long[0].length))) return true
  } else if (letter === latin.slice(0, 1) && sameLetters(persian.slice(1), latin.slice(1))) return true
  const short = SHORT_VOWELS.exec(latin)
  if (short && sameLetters(persian, latin.slice(1))) return true
  return letter === 'h' && persian.length === 1 && latin === ''
}

const spelling = (roman: string): string =>
  roman
    .replace(/ /g, '')
    .replace(/kh/g, 'x')
    .replace(/gh|q/g, 'g')
    .replace(/sh/g, 'S')
    .replace(/ch/g, 'C')
    .replace(/zh/g, 'Z')
    .replace(/([^aeiou])\1/g, '$1')

/**
 * Whether a Latin name can be read from a Persian spelling: long vowels and consonants stand in both, short vowels
 * only in the Latin one. `حسین` reads as Hossein, not as Hassan.
 * @param persianRoman the Persian name, romanized letter by letter
 * @param roman the other name in folded Latin letters
 */
export const readsAs = (persianRoman: string, roman: string): boolean => {
  if (persianRoman.length > 14 || roman.length > 20) return false
  return sameLetters(spelling(persianRoman), spelling(roman))
}
