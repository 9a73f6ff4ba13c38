import type { Term, TextQuery } from '../../shared/search/index.ts'
import type { NounTable } from './noun-table.ts'
import { wordPattern, wordWithin } from './text-index.ts'

/** 1 for each slot that fits. */
export type Mask = Uint8Array

const longest = (words: readonly string[]): string => words.reduce((a, b) => (b.length > a.length ? b : a), '')

/** How much a term narrows the search, guessed from its length; a term with several ways is scanned once for each. */
const weight = ({ ways, digits }: Term): number =>
  Math.min(...ways.map((way) => longest(way).length)) / (ways.length + digits.length)

/**
 * The records whose text fits, as `matchesText` defines it. The longest word is scanned for; the others are looked for
 * only in the records that have it.
 */
export const textMask = (table: NounTable, query: TextQuery, size: number): Mask => {
  const mask = new Uint8Array(size)
  const terms = [...query.terms].sort((a, b) => weight(b) - weight(a))
  const [driver, ...others] = terms
  if (driver === undefined) return mask.fill(1)
  const hasDigits = (slot: number, forms: readonly string[]): boolean => {
    if (forms.length === 0) return false
    const held = table.phones.get(slot)
    return forms.some((form) => held.includes(form))
  }
  const patterns = others.map(({ ways, digits }) => ({ ways: ways.map((way) => way.map(wordWithin)), digits }))
  const restFits = (slot: number, rest: readonly string[]): boolean => {
    if (rest.length === 0 && patterns.length === 0) return true
    const text = table.text.get(slot)
    return (
      rest.every((word) => text.includes(word)) &&
      patterns.every(
        ({ ways, digits }) => ways.some((way) => way.every((word) => text.includes(word))) || hasDigits(slot, digits),
      )
    )
  }
  for (const way of driver.ways) {
    const scanned = longest(way)
    const rest = way.filter((word) => word !== scanned).map(wordWithin)
    table.text.scan(wordPattern(scanned), true, (slot) => {
      if (mask[slot] === 0 && restFits(slot, rest)) mask[slot] = 1
    })
  }
  for (const form of driver.digits)
    table.phones.scan(form, false, (slot) => {
      if (mask[slot] === 0 && restFits(slot, [])) mask[slot] = 1
    })
  for (const form of query.phone)
    table.phones.scan(form, false, (slot) => {
      mask[slot] = 1
    })
  return mask
}
