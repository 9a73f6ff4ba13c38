/** Letters beyond ASCII that the languages written in an encoding use. Others of its letters are rare in a real file. */
const letters: Readonly<Record<string, RegExp>> = {
  'windows-1251': /[а-яёА-ЯЁіїєґІЇЄҐ№«»—–„“”]/,
  'windows-1257': /[ąčęėįšųūžĄČĘĖĮŠŲŪŽāēģīķļņŗõäöüĀĒĢĪĶĻŅÕÄÖÜ„“–—]/,
  'windows-1252': /[éèêëàâäáãåçîïíìñôöóòõøûüúùßæœÿÉÈÊÀÂÄÁÅÇÍÑÖÓØÜÚÆ€–—‘’“”«»°]/,
}
const anyLetter = /\p{L}/u
const BEYOND_ASCII = 0x7f

/** How Latin words carry accents: a few here and there. A run of them, or one amid capitals, is another alphabet misread. */
const wordPenalty = (word: string): number => {
  const mixed = /[a-z]/i.test(word) && /[\u0400-\u052f\u0600-\u06ff]/.test(word) ? word.length : 0
  const run = Math.max(0, ...(word.match(/[\u0080-\u024f]{3,}/g) ?? []).map((found) => found.length - 1))
  const inner = /\p{Ll}\p{Lu}/u.test(word) && /[\u0080-\uffff]/.test(word) ? 1 : 0
  return mixed + run + inner
}

/**
 * How well decoded text looks like one that people wrote, up to 1: the share of its characters beyond ASCII that are
 * usual letters of the encoding's languages, less what no word looks like.
 */
export const plausibility = (text: string, label: string): number => {
  const usual = letters[label] ?? anyLetter
  let beyond = 0
  let good = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code <= BEYOND_ASCII) continue
    beyond += 1
    if (usual.test(character)) good += 1
    else if (code < 0xa0) good -= 1
  }
  if (beyond === 0) return 0
  const words = text.split(/[^\p{L}\p{M}]+/u)
  const penalty = words.reduce((sum, word) => sum + wordPenalty(word), 0)
  return (good - penalty) / beyond
}
