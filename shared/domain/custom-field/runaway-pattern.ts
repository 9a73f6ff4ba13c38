/** `variable`: it can match texts of several lengths. `anchored`: some part of it matches exactly so often. */
type Shape = { variable: boolean; anchored: boolean; hangs: boolean }
type Quantifier = { min: number; max: number; end: number }

/** Repeated more often than this counts as without end. */
const MANY = 20

const ESCAPE = /\\(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|k<[^>]*>|\d+|c?[\s\S])/iy
const CLASS = /\[(?:\\[\s\S]|[^\]\\])*\]/y
const GROUP = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y
const COUNT = /(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/y
const LOOK = /^\(\?<?[=!]/
const ASSERTION = /^(?:[\^$]|\\[bB])$/

const at = (rule: RegExp, text: string, from: number): RegExpExecArray | null => {
  rule.lastIndex = from
  return rule.exec(text)
}

const quantifierAt = (pattern: string, from: number): Quantifier => {
  const found = at(COUNT, pattern, from)
  if (!found) return { min: 1, max: 1, end: from }
  const [{ length }, sign, least, comma, most] = found
  const end = from + length
  if (sign !== undefined) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY, end }
  const min = Number(least)
  return { min, max: comma === undefined ? min : most ? Number(most) : Number.POSITIVE_INFINITY, end }
}

/** Reads alternatives up to the end of their group. */
const read = (pattern: string, from: number): Shape & { end: number } => {
  const all: Shape = { variable: false, anchored: true, hangs: false }
  let anchored = false
  let place = from
  while (place < pattern.length && pattern[place] !== ')') {
    if (pattern[place] === '|') {
      all.variable = true
      all.anchored &&= anchored
      anchored = false
      place += 1
      continue
    }
    const opening = at(GROUP, pattern, place)?.[0]
    const inner = opening === undefined ? undefined : read(pattern, place + opening.length)
    const atom = (at(ESCAPE, pattern, place) ?? at(CLASS, pattern, place))?.[0] ?? pattern[place] ?? ''
    const { min, max, end } = quantifierAt(pattern, inner ? inner.end + 1 : place + atom.length)
    const isWidthless = opening === undefined ? ASSERTION.test(atom) : LOOK.test(opening)
    if (inner?.hangs || (inner?.variable && !inner.anchored && max > MANY)) all.hangs = true
    if (inner?.variable || min !== max) all.variable = true
    if (min === max && min > 0 && !isWidthless && inner?.anchored !== false) anchored = true
    place = end
  }
  return { ...all, anchored: all.anchored && anchored, end: place }
}

/**
 * Whether a regular expression repeats something that itself matches more or less, with nothing fixed between, such as
 * `(a+)+` or `(\w+\s?)*`: the time it takes for a text that does not fit then doubles with every letter. A rule of
 * thumb after Weideman et al., "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers by Using
 * Ambiguity of NFA" (2016): it knows the usual accidents, and lets pass what only looks like one.
 * @param pattern of ECMAScript with the flag `u`, valid
 */
export const isRunawayPattern = (pattern: string): boolean => read(pattern, 0).hangs
