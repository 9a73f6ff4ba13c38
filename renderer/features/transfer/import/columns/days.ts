import type { Catalog, NounName } from '../../../../../shared/domain/index.ts'
import type { DateOrder } from '../../../../../shared/import/index.ts'

const dayTypes = new Set(['day', 'instant'])
const TWO_NUMBERS = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/
const MONTHS = 12
/** Two digits above it are of the last century. */
const PIVOT = 69

/** Whether a path holds a day. */
export const isDayPath = (noun: NounName, path: string, catalog: Catalog): boolean =>
  path === 'closeDate' || dayTypes.has(catalog.field(noun, path)?.type ?? '')

const couldBeBoth = (text: string): boolean => {
  const [, first, second] = TWO_NUMBERS.exec(text) ?? []
  return first !== undefined && Number(first) <= MONTHS && Number(second) <= MONTHS && first !== second
}

/** The day that a text means, read one way or the other; nothing where it does not start with three numbers. */
export const readDay = (text: string, order: DateOrder): string | undefined => {
  const [, first, second, year] = TWO_NUMBERS.exec(text) ?? []
  if (first === undefined || second === undefined || year === undefined) return undefined
  const [day, month] = order === 'dmy' ? [first, second] : [second, first]
  const full = year.length === 2 ? `${Number(year) > PIVOT ? '19' : '20'}${year}` : year
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Whether the first values leave open which number is the day. */
export const readsTwoWays = (samples: readonly string[]): boolean => samples.length > 0 && samples.every(couldBeBoth)
