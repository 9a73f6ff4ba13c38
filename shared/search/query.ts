import { digitsOf, wordParts } from './normalize.ts'

/**
 * One thing that a record must have: the words of one of `ways`, each at the beginning of a word of its text, or one
 * of `digits` anywhere within its phone numbers.
 */
export type Term = { ways: readonly (readonly string[])[]; digits: readonly string[] }

/** What was typed, understood. A record fits when all of `terms` fit, or one of `phone` is within its numbers. */
export type TextQuery = { terms: readonly Term[]; phone: readonly string[] }

/** Fewer digits than this are found as words only: they are in almost every number. */
const FEWEST_DIGITS = 3
const PHONE_LIKE = /^[\s\p{Nd}+\-–()./]+$/u
/** `00`, and the national prefixes `0` (most of the world) and `8` (Lithuania, Russia), which an international number lacks. */
const TRUNK_PREFIX = /^(?:00|0|8)/

const FEWEST_AFTER_PREFIX = 5

/** The digit strings a typed number may stand for: as it is, and without a national prefix. */
const numberForms = (digits: string): string[] => {
  if (digits.length < FEWEST_DIGITS) return []
  const short = digits.replace(TRUNK_PREFIX, '')
  return short === digits || short.length < FEWEST_AFTER_PREFIX ? [digits] : [digits, short]
}

const toTerm = (parts: string[]): Term => {
  const [only = ''] = parts
  if (parts.length > 1) return { ways: [parts, [parts.join('')]], digits: [] }
  return { ways: [parts], digits: /^\d+$/.test(only) ? numberForms(only) : [] }
}

/** Understands what a person typed into a search box. An empty query has no terms: everything fits. */
export const parseTextQuery = (text: string): TextQuery => ({
  terms: wordParts(text).map(toTerm),
  phone: PHONE_LIKE.test(text) ? numberForms(digitsOf(text)) : [],
})

/** Whether nothing was asked. */
export const asksNothing = (query: TextQuery): boolean => query.terms.length === 0

/**
 * Whether a record fits: the definition that faster ways of looking must agree with.
 * @param normalized the record's text after `normalize`, fields apart by any white space
 * @param phoneDigits the digits of its numbers, with a character that is no digit between two numbers
 */
export const matchesText = (query: TextQuery, normalized: string, phoneDigits: string): boolean => {
  const padded = ` ${normalized.replace(/\s+/g, ' ')}`
  const hasDigits = (forms: readonly string[]) => forms.some((form) => phoneDigits.includes(form))
  const fits = ({ ways, digits }: Term) =>
    ways.some((way) => way.every((word) => padded.includes(` ${word}`))) || hasDigits(digits)
  return query.terms.every(fits) || hasDigits(query.phone)
}
