/** How many digits a currency has after the point: 2 for EUR, 0 for JPY. Unknown codes have 2. */
export const fractionDigits = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

type MoneyStyle = 'full' | 'rounded' | 'compact'

const moneyOptions = {
  full: {},
  rounded: { maximumFractionDigits: 0, minimumFractionDigits: 0 },
  compact: { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 },
} as const satisfies Record<MoneyStyle, Intl.NumberFormatOptions>

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export type NumberFormats = {
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** `minor` in minor units (cents). `full` drops the cents of a whole amount. */
  money: (minor: number, currency: string, style?: MoneyStyle) => string
  /** A share: 0.25 is 25 %. */
  percent: (share: number, digits?: number) => string
  bytes: (count: number) => string
  /** Whole minutes: `1 h 30 min`. */
  duration: (minutes: number) => string
}

export const numberFormats = (tag: string): NumberFormats => {
  const cache = new Map<string, Intl.NumberFormat>()
  const formatter = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const known = cache.get(key)
    if (known) return known
    const made = new Intl.NumberFormat(tag, options)
    cache.set(key, made)
    return made
  }
  const unit = (value: number, name: string, digits: number) =>
    formatter(`${name}${digits}`, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value)

  const money: NumberFormats['money'] = (minor, currency, style = 'full') => {
    const digits = fractionDigits(currency)
    const major = minor / 10 ** digits
    const cents = style === 'full' && Number.isInteger(major) ? moneyOptions.rounded : moneyOptions[style]
    const key = `${currency}/${style}/${cents === moneyOptions.rounded}`
    try {
      const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...cents } as const
      return formatter(key, options).format(major)
    } catch {
      return `${formatter('n', {}).format(major)} ${currency}`
    }
  }

  return {
    number: (value, options) =>
      options ? new Intl.NumberFormat(tag, options).format(value) : formatter('n', {}).format(value),
    money,
    percent: (share, digits = 0) =>
      formatter(`%${digits}`, { style: 'percent', maximumFractionDigits: digits }).format(share),
    bytes: (count) => {
      const power = Math.min(3, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3))
      return unit(count / 1000 ** power, byteUnits[power] ?? 'byte', power > 1 ? 1 : 0)
    },
    duration: (minutes) => {
      const hours = Math.floor(minutes / 60)
      const rest = Math.round(minutes % 60)
      if (hours === 0) return unit(rest, 'minute', 0)
      return rest === 0 ? unit(hours, 'hour', 0) : `${unit(hours, 'hour', 0)} ${unit(rest, 'minute', 0)}`
    },
  }
}
