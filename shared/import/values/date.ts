import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date'

import { asciiDigits, fold } from '../fold.ts'
import { gregorianMonths, persianMonths } from './month-names.ts'

/** Which of the two small numbers of `3/4/2024` is the day. */
export type DateOrder = 'dmy' | 'mdy'

/** `empty`: the program's way to write no date; `noYear`: a day that comes every year. */
export type DateReading = { day: string; time?: string } | 'empty' | 'noYear' | undefined

const EMPTY = /^0{1,4}([./-])0{1,2}\1(0{1,4})$/
const NO_YEAR = /^--\d{2}-?\d{2}$/
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const COMPACT = /^(19|20)(\d{2})(\d{2})(\d{2})$/
const SHORT = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})\.?$/
const SERIAL = /^([1-7]\d{4})(?:[.,](\d+))?$/
const TIME = /(?:^|[T ,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i
const CENTURY_TURN = 30
/** Years of the Persian calendar that people alive can have: 1872 to 2121 in the Gregorian one. */
const PERSIAN_YEARS = { from: 1250, to: 1500 }
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

const pad = (value: number, length = 2) => String(value).padStart(length, '0')
const fullYear = (text: string): number => {
  const year = Number(text)
  if (text.length > 2) return year
  return year <= CENTURY_TURN ? 2000 + year : 1900 + year
}

/** A real day of the calendar as `YYYY-MM-DD`, or nothing for 31 February. */
const dayOf = (year: number, month: number, day: number): string | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const persian = year >= PERSIAN_YEARS.from && year <= PERSIAN_YEARS.to
  if (!persian && (year < 1800 || year > 2200)) return undefined
  const date = persian ? new CalendarDate(new PersianCalendar(), year, month, day) : new CalendarDate(year, month, day)
  if (date.day !== day || date.month !== month) return undefined
  const { year: y, month: m, day: d } = toCalendar(date, new GregorianCalendar())
  return `${pad(y, 4)}-${pad(m)}-${pad(d)}`
}

const byName = (text: string): string | undefined => {
  const parts = fold(text)
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/[.,/-]/g, ' ')
    .split(' ')
    .filter((part) => part !== '' && !/^(m|d|г|г\.|года|of|de)$/.test(part))
  if (parts.length !== 3) return undefined
  const at = parts.findIndex((part) => gregorianMonths.has(part) || persianMonths.has(part))
  const name = parts[at]
  const [first, second] = parts.filter((_, index) => index !== at)
  if (name === undefined || !first || !second || !/^\d{1,4}$/.test(first) || !/^\d{1,4}$/.test(second)) return undefined
  const month = gregorianMonths.get(name) ?? persianMonths.get(name) ?? 0
  const [year, day] = first.length === 4 ? [first, second] : [second, first]
  return dayOf(fullYear(year), month, Number(day))
}

/** A time of day as `HH:MM:SS`: `9:30`, `09:30:15`, `9:30 pm`. */
export const readTime = (typed: string): string | undefined => timeOf(asciiDigits(typed).trim())

const timeOf = (text: string): string | undefined => {
  const match = TIME.exec(text)
  if (!match) return undefined
  const half = match[4]?.[0]?.toLowerCase()
  const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0)
  const minute = Number(match[2])
  const second = Number(match[3] ?? 0)
  return minute > 59 || second > 59 ? undefined : `${pad(hour)}:${pad(minute)}:${pad(second)}`
}

const fromSerial = (match: RegExpExecArray): DateReading => {
  const moment = new Date(SERIAL_EPOCH + Number(match[1]) * DAY_MS).toISOString()
  const seconds = Math.round(Number(`0.${match[2] ?? 0}`) * 86_400) % 86_400
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return { day: moment.slice(0, 10), ...(match[2] && { time }) }
}

const readDayPart = (text: string, order: DateOrder): string | undefined => {
  const iso = ISO.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const compact = COMPACT.exec(text)
  if (compact) return dayOf(Number(`${compact[1]}${compact[2]}`), Number(compact[3]), Number(compact[4]))
  const short = SHORT.exec(text)
  if (!short) return byName(text)
  const [first, second, year] = [Number(short[1]), Number(short[2]), fullYear(short[3] ?? '')]
  const dayFirst = dayOf(year, second, first)
  const monthFirst = dayOf(year, first, second)
  return order === 'mdy' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)
}

/**
 * Reads a day, with its time where there is one, as people and programs write it: ISO, `12.03.2024`, `3/12/24`,
 * `12 Mar 2024`, `2024 m. kovo 12 d.`, an Excel serial (days since 30 December 1899), a day of the Persian calendar.
 * @param order which number is the day where both could be
 */
export const readDate = (typed: string, order: DateOrder): DateReading => {
  const text = asciiDigits(typed)
    .replace(/[\u200e\u200f\u00a0]/g, ' ')
    .trim()
  if (text === '' || EMPTY.test(text.split(' ')[0] ?? '')) return 'empty'
  if (NO_YEAR.test(text)) return 'noYear'
  const serial = SERIAL.exec(text)
  if (serial) return fromSerial(serial)
  const timed = TIME.exec(text)
  const day = readDayPart((timed ? text.slice(0, timed.index) : text).replace(/,$/, '').trim(), order)
  if (day === undefined) return undefined
  const time = timed ? timeOf(text) : undefined
  return { day, ...(time && { time }) }
}

/** An instant on a day, in the time zone of this device; noon without a time. ISO 8601 in UTC. */
export const instantOf = (day: string, time: string | undefined): string =>
  new Date(`${day}T${time ?? '12:00:00'}`).toISOString()

/** The instant of a reading, in the time zone of this device unless the text names one. ISO 8601 in UTC. */
export const readInstant = (typed: string, order: DateOrder): string | 'empty' | undefined => {
  const text = typed.trim()
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const moment = new Date(text)
    return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
  }
  const reading = readDate(text, order)
  if (reading === 'empty') return 'empty'
  if (reading === undefined || reading === 'noYear') return undefined
  return instantOf(reading.day, reading.time)
}

/**
 * The order of day and month in a column, decided over all its values: one value past twelve settles it. `sure` is
 * false where nothing does, and then the fallback is only a guess that a person should confirm.
 */
export const detectDateOrder = (values: Iterable<string>, fallback: DateOrder): { order: DateOrder; sure: boolean } => {
  let ambiguous = false
  const votes = { dmy: 0, mdy: 0 }
  for (const value of values) {
    const short = SHORT.exec(
      asciiDigits(value)
        .trim()
        .split(/[ T](?=\d{1,2}:)/)[0] ?? '',
    )
    if (!short) continue
    const [first, second] = [Number(short[1]), Number(short[2])]
    if (first > 12 && second <= 12) votes.dmy += 1
    else if (second > 12 && first <= 12) votes.mdy += 1
    else if (first !== second && first > 0) ambiguous = true
  }
  if (votes.dmy === 0 && votes.mdy === 0) return { order: fallback, sure: !ambiguous }
  return { order: votes.mdy > votes.dmy ? 'mdy' : 'dmy', sure: true }
}
