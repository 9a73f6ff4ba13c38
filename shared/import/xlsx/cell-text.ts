import type { Cell, CellValue } from 'hucre/xlsx'

/** Digits that a spreadsheet keeps of a number; what binary fractions add behind them is noise. */
const DIGITS = 15
const MINUTE_MS = 60_000
/** Up to here a time without a day is a duration; from here on only its day is not shown. */
const LONGEST_MINUTES = 366 * 24 * 60
/** Midnight of day 0, from which times without a day count, by the date system of the workbook. */
const dayZero = { '1900': Date.UTC(1899, 11, 31), '1904': Date.UTC(1904, 0, 1) } as const

export type DateSystem = keyof typeof dayZero

/** `1.5e+21` as `1500000000000000000000`. */
const withoutExponent = (text: string): string => {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', first = '', rest = '', power = ''] = match
  const exponent = Number(power)
  const digits = first + rest
  return exponent < 0 ? `${sign}0.${'0'.repeat(-exponent - 1)}${digits}` : sign + digits.padEnd(exponent + 1, '0')
}

/** A number in plain digits with a point; whole numbers keep every digit, as ids and phones need. */
const plainNumber = (value: number): string =>
  withoutExponent(String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))))

/** A number format without what it only shows: quoted and escaped text, padding, colours, currencies. */
const bareFormat = (format: string): string =>
  (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase()

const numberText = (value: number, format: string): string => {
  const bare = bareFormat(format)
  if (bare.includes('%')) return `${plainNumber(value * 100)}%`
  const text = plainNumber(value)
  return /^0{2,}$/.test(bare) && /^\d+$/.test(text) ? text.padStart(bare.length, '0') : text
}

const pad = (value: number) => String(value).padStart(2, '0')

const dateText = (date: Date, format: string, system: DateSystem): string => {
  const minutes = Math.round((date.getTime() - dayZero[system]) / MINUTE_MS)
  if (!(minutes >= 0) || date.getUTCFullYear() > 9999) return ''
  const bare = bareFormat(format)
  const isTime = /[hs]/.test(bare)
  if (isTime && !/[yd]/.test(bare) && minutes < LONGEST_MINUTES)
    return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  if (bare !== '' && !isTime) return date.toISOString().slice(0, 10)
  const iso = new Date(dayZero[system] + minutes * MINUTE_MS).toISOString()
  return iso.includes('T00:00') ? iso.slice(0, 10) : iso.slice(0, 16)
}

/**
 * A cell as text: days as `YYYY-MM-DD`, with a time as `YYYY-MM-DDTHH:MM`, times alone and durations as `HH:MM`,
 * percents with their sign, numbers that are shown with zeros before them with these, errors as ''.
 * @param detail gives more about the cell, which few values need
 */
export const cellText = (value: CellValue, detail: () => Cell | undefined, system: DateSystem): string => {
  if (value === null) return ''
  if (typeof value === 'string') return value.startsWith('#') && detail()?.type === 'error' ? '' : value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  const format = detail()?.style?.numFmt ?? ''
  if (value instanceof Date) return dateText(value, format, system)
  return Number.isFinite(value) ? numberText(value, format) : ''
}
