import { asciiDigits } from '../fold.ts'

export type DecimalMark = '.' | ','

const NUMBER = /^[-+]?\d+(\.\d+)?$/

/**
 * The decimal mark of a column, decided over all its values: a mark followed by other than three digits, or the last of
 * two different ones. A point where nothing tells.
 */
export const detectDecimalMark = (values: Iterable<string>): DecimalMark => {
  const votes = { '.': 0, ',': 0 }
  for (const value of values) {
    const text = asciiDigits(value)
      .replace(/٫/g, ',')
      .replace(/[^\d.,]/g, '')
    const last = /([.,])(\d*)$/.exec(text)
    const mark = last?.[1]
    if (mark !== '.' && mark !== ',') continue
    const other = mark === '.' ? ',' : '.'
    const repeated = text.indexOf(mark) !== text.lastIndexOf(mark)
    if (repeated) votes[other] += 1
    else if (text.includes(other) || last?.[2]?.length !== 3) votes[mark] += 1
  }
  return votes[','] > votes['.'] ? ',' : '.'
}

/** Reads a number with thousands apart and a currency beside it. Nothing where it is none. */
export const readNumber = (typed: string, mark: DecimalMark): number | undefined => {
  const text = asciiDigits(typed)
    .replace(/٬/g, '')
    .replace(/٫/g, mark)
    .replace(/[\s'’\u00a0\u202f]/g, '')
    .replace(/^\((.*)\)$/, '-$1')
    .replace(/−/g, '-')
    .replace(/^[^\d+-]{0,4}(?=[\d+-])|(?<=\d)[^\d]{0,5}$/gu, '')
  const plain = text.replaceAll(mark === '.' ? ',' : '.', '').replace(',', '.')
  return NUMBER.test(plain) ? Number(plain) : undefined
}

/** Digits after the point of a currency (ISO 4217): 2 for EUR, 0 for JPY. */
export const minorDigits = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

const CLOCK = /^(\d{1,3}):(\d{2})(?::\d{2})?$/
/** Minutes of a length of time written as `hours:minutes`. */
export const readDuration = (typed: string): number | undefined => {
  const match = CLOCK.exec(asciiDigits(typed).trim())
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

const marks: readonly (readonly [mark: string, currency: string])[] = [
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['руб', 'RUB'],
  ['zł', 'PLN'],
  ['₴', 'UAH'],
  ['¥', 'JPY'],
  ['₺', 'TRY'],
  ['ریال', 'IRR'],
  ['﷼', 'IRR'],
  ['$', 'USD'],
]
const known = new Set(Intl.supportedValuesOf('currency'))

/** The currency that an amount names, by sign or by ISO 4217 code. */
export const currencyIn = (typed: string): string | undefined => {
  const code = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/.exec(typed)?.[0].toUpperCase()
  if (code !== undefined && known.has(code)) return code
  return marks.find(([mark]) => typed.toLowerCase().includes(mark))?.[1]
}
