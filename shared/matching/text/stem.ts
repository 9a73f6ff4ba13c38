/** The part of a family name that a family shares, and whose form it is. */
export type FamilyStem = { stem: string; form: string }

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  // Lithuanian: a wife's, a daughter's, a husband's. `looseSpelling` has made `ie` to `e` and `y` to `i`.
  [/ene$/, 'wife'],
  [/(iute|aite|ite|ute)$/, 'daughter'],
  [/(ius|as|is|us)$/, 'man'],
  // Slavic
  [/(?<=sk)(aia|aja|a)$/, 'woman'],
  [/(?<=sk)(i|is|oi)$/, 'man'],
  [/(?<=ov|ev|in)a$/, 'woman'],
  [/(?<=ov|ev|in)$/, 'man'],
]
const SHORTEST_STEM = 3

/**
 * Splits a family name into its stem and form where both are known: `Kazlauskas`, `Kazlauskienė` and `Kazlauskaitė`
 * have one stem in three forms, as `Ivanov` and `Ivanova` have in two.
 * @param loose the name in `looseSpelling`
 */
export const familyStem = (loose: string): FamilyStem | undefined => {
  for (const [ending, form] of ENDINGS) {
    const match = ending.exec(loose)
    if (match && match.index >= SHORTEST_STEM) return { stem: loose.slice(0, match.index), form }
  }
  return undefined
}
