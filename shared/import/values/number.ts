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
