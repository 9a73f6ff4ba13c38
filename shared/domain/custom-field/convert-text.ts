import { checkEmail } from '../../email/index.ts'
import { asciiDigits } from '../../import/fold.ts'
import { type DateOrder, detectDateOrder, readDate } from '../../import/values/date.ts'
import { type DecimalMark, detectDecimalMark, readNumber } from '../../import/values/number.ts'

/** Why a value does not convert; labelled `ownFields.convert.<code>`. */
export const conversionProblems = [
  'notANumber',
  'ambiguousNumber',
  'otherCurrency',
  'losesDigits',
  'notADay',
  'ambiguousDay',
  'notABoolean',
  'notAPhone',
  'notAnEmail',
  'notALink',
  'unknownCustomer',
  'severalValues',
  'tooManyChoices',
  'tooLong',
] as const
export type ConversionProblem = (typeof conversionProblems)[number]

export type Reading<T> = { value: T } | { problem: ConversionProblem }

/** How the texts of a field are to be read. Nothing where they do not tell and nobody has said. */
export type Reckoning = { decimalMark?: DecimalMark | undefined; dateOrder?: DateOrder | undefined }

/** `1.234` and `1,234`: a thousand and more, or a little over one. */
const EITHER = /^\D*\d{1,3}[.,]\d{3}\D*$/
const hasMark = (text: string): boolean => /\d[.,٫]\d/.test(text)

/** What all texts of a field together tell of how their numbers and days are written. */
export const reckon = (texts: readonly string[]): Reckoning => {
  const telling = texts.map(asciiDigits).filter((text) => hasMark(text) && !EITHER.test(text))
  const { order, sure } = detectDateOrder(texts, 'dmy')
  return {
    ...(telling.length > 0 && { decimalMark: detectDecimalMark(telling) }),
    ...(sure && { dateOrder: order }),
  }
}

export const toNumber = (text: string, { decimalMark }: Reckoning): Reading<number> => {
  const plain = text.trim().replace(/[%٪]$/, '')
  if (decimalMark === undefined && EITHER.test(asciiDigits(plain))) return { problem: 'ambiguousNumber' }
  const value = readNumber(plain, decimalMark ?? '.')
  return value === undefined ? { problem: 'notANumber' } : { value }
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '₽': 'RUB',
  '﷼': 'IRR',
  '¥': 'JPY',
}

/** The currency that a text names by its code or sign; nothing where it names none. */
const currencyIn = (text: string): string | undefined => {
  const code = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(text)?.[0]
  return code ?? Object.entries(SYMBOLS).find(([symbol]) => text.includes(symbol))?.[1]
}

/** An amount in major units. Its currency, where the text names one, must be the one that the field has. */
export const toAmount = (text: string, currency: string, reckoning: Reckoning): Reading<number> => {
  const said = currencyIn(text)
  if (said !== undefined && said !== currency) return { problem: 'otherCurrency' }
  return toNumber(said === undefined ? text : text.replace(said, ''), reckoning)
}

export const toDay = (text: string, { dateOrder }: Reckoning): Reading<string> => {
  const read = (order: DateOrder): string | undefined => {
    const reading = readDate(text, order)
    return typeof reading === 'object' ? reading.day : undefined
  }
  const value = read(dateOrder ?? 'dmy')
  if (value === undefined) return { problem: 'notADay' }
  return dateOrder === undefined && read('mdy') !== value ? { problem: 'ambiguousDay' } : { value }
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const YES = words('1 true yes y on taip да истина بله آری درست x ✓ ✔')
const NO = words('0 false no n off ne нет ложь خیر نه نادرست ✗ -')

export const toBoolean = (text: string): Reading<boolean> => {
  const word = asciiDigits(text).trim().toLowerCase()
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : { problem: 'notABoolean' }
}

export const toEmail = (text: string): Reading<string> =>
  checkEmail(text).valid ? { value: text.trim() } : { problem: 'notAnEmail' }

const ADDRESS = /^(?:https?:\/\/)?[^\s/?#@]+\.[^\s/?#@]{2,}(?:[/?#]\S*)?$/iu
export const toUrl = (text: string): Reading<string> =>
  ADDRESS.test(text.trim()) ? { value: text.trim() } : { problem: 'notALink' }
