import type { Random } from './random.ts'

/** About how much of a currency is worth one euro: good enough for made-up prices. */
const perEuro: Readonly<Record<string, number>> = {
  USD: 1.1,
  GBP: 0.85,
  CHF: 0.95,
  PLN: 4.3,
  CZK: 25,
  SEK: 11.3,
  NOK: 11.7,
  DKK: 7.46,
  UAH: 45,
  RUB: 95,
  TRY: 40,
  AED: 4,
  CAD: 1.5,
  AUD: 1.65,
  JPY: 165,
  CNY: 7.8,
  INR: 95,
  IRR: 600_000,
  GEL: 3,
  AMD: 420,
  KZT: 550,
}

/** Decimal places of the currency's minor unit, as `Intl` formats it. */
const decimals = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** A round price in minor units: mostly some thousand euros' worth, now and then a hundred thousand. */
export const price = (random: Random, currency: string): number => {
  const euros = Math.min(140_000, Math.max(450, Math.exp(8.9 + 0.95 * random.normal())))
  const amount = euros * (perEuro[currency] ?? 1)
  const unit = 10 ** (Math.floor(Math.log10(amount)) - 1) / 2
  return Math.round(amount / unit) * unit * 10 ** decimals(currency)
}
