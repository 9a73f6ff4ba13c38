/** `relative`: today, yesterday, tomorrow, a day of this year without its year, otherwise in full. */
type DayStyle = 'short' | 'medium' | 'long' | 'full' | 'relative' | 'weekday'
/** `relative`: the time for today, otherwise the relative day. `ago`: “5 min ago”. */
type InstantStyle = 'date' | 'time' | 'dateTime' | 'relative' | 'ago'

export type DateFormats = {
  /** `day` is `YYYY-MM-DD`. A text that is no day comes back as it is. */
  day: (day: string, style?: DayStyle) => string
  /** `iso` is an ISO 8601 instant, shown in the time zone of this device. */
  instant: (iso: string, style?: InstantStyle) => string
  /** `month` is `YYYY-MM`, Gregorian; in another calendar the two months that it covers. */
  month: (month: string, style?: 'short' | 'long') => string
  /** The month, in the calendar of the language, that a day (`YYYY-MM-DD`) is in. */
  calendarMonth: (day: string) => string
}

const dayOptions = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  weekday: { weekday: 'long' },
} as const satisfies Record<Exclude<DayStyle, 'relative'>, Intl.DateTimeFormatOptions>

/** Average lengths, in seconds, of the Gregorian calendar; months only from two on, so that 40 days stay days. */
const YEAR_SECONDS = 31_556_952
const MONTH_SECONDS = YEAR_SECONDS / 12

/** Each with its length and from how many seconds on it is used. */
const agoUnits = [
  ['year', YEAR_SECONDS, 2 * YEAR_SECONDS],
  ['month', MONTH_SECONDS, 2 * MONTH_SECONDS],
  ['day', 86_400, 86_400],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
  ['second', 1, 0],
] as const

/** Noon, so that no clock change moves the day. Nothing for a text that is no day. */
const noonOf = (day: string): Date | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match ? new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12) : undefined
}

const noonOn = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12)
const daysBetween = (from: Date, to: Date) => Math.round((noonOn(to).getTime() - noonOn(from).getTime()) / 86_400_000)

export const dateFormats = (tag: string, now: () => Date = () => new Date()): DateFormats => {
  const formats = new Map<string, Intl.DateTimeFormat>()
  const format = (key: string, options: Intl.DateTimeFormatOptions, date: Date): string => {
    const formatter = formats.get(key) ?? new Intl.DateTimeFormat(tag, options)
    formats.set(key, formatter)
    return formatter.format(date)
  }
  const relativeDays = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' })
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1)
  const yearOf = (date: Date) => format('year', { year: 'numeric' }, date)

  const monthFormat = (style: 'short' | 'long') => {
    // Long and short month names are the same in Persian, but the long pattern has the year in front.
    const month = tag.startsWith('fa') ? 'short' : style
    return new Intl.DateTimeFormat(tag, { month, year: 'numeric' })
  }

  const relativeDay = (date: Date): string => {
    const today = now()
    const days = daysBetween(today, date)
    if (Math.abs(days) <= 1) return capital(relativeDays.format(days, 'day'))
    const style = yearOf(date) === yearOf(today) ? 'short' : 'medium'
    return format(style, dayOptions[style], date)
  }

  const timeAgo = (date: Date): string => {
    const seconds = Math.round((date.getTime() - now().getTime()) / 1000)
    const [unit, size] = agoUnits.find(([, , from]) => Math.abs(seconds) >= from) ?? (['second', 1, 0] as const)
    return ago.format(Math.trunc(seconds / size), unit)
  }

  const time = (date: Date) => format('time', { hour: '2-digit', minute: '2-digit' }, date)

  return {
    day: (day, style = 'medium') => {
      const date = noonOf(day)
      if (!date) return day
      if (style === 'relative') return relativeDay(date)
      const text = format(style, dayOptions[style], date)
      return style === 'full' ? capital(text) : text
    },
    instant: (iso, style = 'dateTime') => {
      const date = new Date(iso)
      if (Number.isNaN(date.getTime())) return iso
      if (style === 'ago') return timeAgo(date)
      if (style === 'time') return time(date)
      if (style === 'date') return format('medium', dayOptions.medium, date)
      if (style === 'relative') return daysBetween(now(), date) === 0 ? time(date) : relativeDay(date)
      return format('dateTime', { ...dayOptions.medium, hour: '2-digit', minute: '2-digit' }, date)
    },
    month: (month, style = 'long') => {
      const first = noonOf(`${month}-01`)
      if (!first) return month
      const last = new Date(first.getFullYear(), first.getMonth() + 1, 0, 12)
      return capital(joinMonths(monthFormat(style), first, last))
    },
    calendarMonth: (day) => {
      const date = noonOf(day)
      return date ? capital(monthFormat('long').format(date)) : day
    },
  }
}

/** A Gregorian month covers two months of another calendar: both are named. */
const joinMonths = (format: Intl.DateTimeFormat, first: Date, last: Date): string => {
  const [start, end] = [format.format(first), format.format(last)]
  if (start === end) return start
  const partOf = (date: Date, type: 'month' | 'year') =>
    format.formatToParts(date).find((part) => part.type === type)?.value ?? ''
  if (partOf(first, 'year') !== partOf(last, 'year')) return `${start} – ${end}`
  return end.replace(partOf(last, 'month'), `${partOf(first, 'month')} – ${partOf(last, 'month')}`)
}
