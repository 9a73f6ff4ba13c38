import type { Property } from './property.ts'
import { unescapeText } from './text.ts'

/** A day: whole, or as it is written where its year is missing or it is no date. */
export type CardDay = { day: string } | { partial: string }

const COMPLETE = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/s
/** Without a year, or without a month or a day: `--0203`, `---03`, `1985-04`, `1985`. */
const PARTIAL = /^(?:--.*|\d{4}|\d{4}-\d{2})$/s

/** Reads a day of vCard 2.1 to 4.0 (ISO 8601, basic or extended, whole or in part). No year is made up. */
export const readDay = ({ value, params }: Property): CardDay | undefined => {
  const text = unescapeText(value)
  if (text === '') return undefined
  const complete = COMPLETE.exec(text)
  const [, year = '', month = '', day = ''] = complete ?? []
  // Apple writes a year that it then takes back.
  if (complete && params.get('X-APPLE-OMIT-YEAR')?.includes(year)) return { partial: `--${month}-${day}` }
  if (complete) return { day: `${year}-${month}-${day}` }
  const isText = params.get('VALUE')?.[0]?.toLowerCase() === 'text'
  return PARTIAL.test(text) || isText || !/\p{Nd}/u.test(text) ? { partial: text } : { day: text }
}
