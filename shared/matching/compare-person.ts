import { type Book, ROW, valueAt } from './book.ts'
import type { Comparison } from './compare.ts'
import type { Remember } from './dictionary.ts'
import { AT, COMPARISONS, levelCodes } from './model/fields.ts'
import { compareNames } from './values/name.ts'

const givenCodes = levelCodes(AT.given)
const familyCodes = levelCodes(AT.family)
const code = (codes: ReadonlyMap<string, number>, id: string): number => codes.get(id) ?? 0
/** Both names are first compared in the codes of the family name; a nickname, which it has not, is one above them. */
const EXACT = code(familyCodes, 'exact')
const STEM = code(familyCodes, 'stem')
const CLOSE = code(familyCodes, 'close')
const SOUNDS = code(familyCodes, 'sounds')
const DIFFERS = code(familyCodes, 'differs')
const NICKNAME = familyCodes.size + 1
/** The same codes as those of the given name. `Martin` and `Martina` are brother and sister. */
const GIVEN = [0, ...(COMPARISONS[AT.family]?.levels ?? []).map(({ id }) => code(givenCodes, id))]
GIVEN[STEM] = code(givenCodes, 'similar')
GIVEN[NICKNAME] = code(givenCodes, 'nickname')

const agrees = (found: number): boolean => (found > 0 && found <= SOUNDS) || found === NICKNAME
const isGood = (found: number): boolean => agrees(found) && found !== STEM
const isFair = (found: number): boolean => found !== STEM && found !== DIFFERS
const withNickname = (found: number, level: number): number => (found === NICKNAME ? level : found)

/**
 * Compares given and family names: as they stand, and crosswise, since people and forms swap them, or put a whole name
 * into one of the two.
 */
export const createPersonComparer = (
  book: Book,
  remember: Remember,
): ((a: number, b: number, into: Comparison) => void) => {
  const { names, rows } = book
  const heldAs = (at: number, id: number): number => book.counts[at]?.of(id) ?? 0
  const held = (id: number): number => Math.max(heldAs(AT.given, id), heldAs(AT.family, id))
  const cached = remember((a, b) => {
    const [left, right] = [names.get(a), names.get(b)]
    if (left === undefined || right === undefined) return 0
    const level = compareNames(left, right)
    return level === 'nickname' ? NICKNAME : code(familyCodes, level)
  })
  const level = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a === b ? EXACT : cached(a, b))

  const wholeName = (a: number, b: number): boolean => {
    const wordsOf = (index: number): string[] =>
      [valueAt(book, index, AT.given), valueAt(book, index, AT.family)]
        .flatMap((id) => [...(names.get(id)?.words ?? [])])
        .sort()
    const [left, right] = [wordsOf(a), wordsOf(b)]
    return left.length > 1 && left.join(' ') === right.join(' ')
  }
  const isWhole = (index: number): boolean => {
    const [first, last] = [valueAt(book, index, AT.given), valueAt(book, index, AT.family)]
    return (first === 0) !== (last === 0) && (names.get(first || last)?.words.length ?? 0) > 1
  }

  return (a, b, into) => {
    const givenA = rows[a * ROW + AT.given] ?? 0
    const givenB = rows[b * ROW + AT.given] ?? 0
    const familyA = rows[a * ROW + AT.family] ?? 0
    const familyB = rows[b * ROW + AT.family] ?? 0
    const straightGiven = level(givenA, givenB)
    const straightFamily = level(familyA, familyB)
    into.levels[AT.given] = GIVEN[straightGiven] ?? 0
    into.levels[AT.family] = withNickname(straightFamily, DIFFERS)
    into.counts[AT.given] = Math.max(heldAs(AT.given, givenA), heldAs(AT.given, givenB))
    into.counts[AT.family] = Math.max(heldAs(AT.family, familyA), heldAs(AT.family, familyB))
    if (agrees(straightGiven) && agrees(straightFamily)) return
    if ((isWhole(a) || isWhole(b)) && wholeName(a, b)) {
      into.levels[AT.given] = code(givenCodes, 'swapped')
      into.levels[AT.family] = EXACT
      return
    }
    if (agrees(straightGiven) || agrees(straightFamily)) return
    const cross = level(givenA, familyB)
    const back = level(familyA, givenB)
    if (cross !== 0 && back !== 0) {
      if (!((isGood(cross) && isFair(back)) || (isFair(cross) && isGood(back)))) return
      // One swap explains both names, so only the given name bears it; the family name bears the larger difference.
      const [one, other] = [Math.max(held(givenA), held(familyB)), Math.max(held(familyA), held(givenB))]
      into.levels[AT.given] = code(givenCodes, 'swapped')
      into.levels[AT.family] = Math.max(withNickname(cross, CLOSE), withNickname(back, CLOSE))
      into.counts[AT.given] = Math.max(one, other)
      into.counts[AT.family] = Math.min(one, other)
    } else if (isGood(cross) || isGood(back)) {
      into.levels[AT.family] = code(familyCodes, 'swapped')
      into.counts[AT.family] =
        cross === 0 ? Math.max(held(familyA), held(givenB)) : Math.max(held(givenA), held(familyB))
    }
  }
}
