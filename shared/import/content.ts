import type { CustomFieldType, NounName } from '../domain/index.ts'
import { fold } from './fold.ts'
import type { FieldPath } from './paths.ts'
import { readCountry } from './values/country.ts'
import { readDate } from './values/date.ts'

/** What the cells of a column look like. */
type ContentType = 'email' | 'url' | 'phone' | 'day' | 'money' | 'percent' | 'number' | 'boolean' | 'country' | 'text'

const EMAIL = /^\S+@\S+\.\S+$/
const PHONE = /^\+?[\d\s().\-/]{7,20}$/
const WEB = /^(https?:\/\/|www\.)\S+$/i
const NUMBER = /^[-+−]?[\d٠-٩۰-۹][\d٠-٩۰-۹\s'’\u00a0\u202f.,٬٫]*$/
const MONEY =
  /^(?:[€$£₽]\s?[-+]?\d[\d\s'’\u00a0\u202f.,]*|[-+]?\d[\d\s'’\u00a0\u202f.,]*\s?(?:[€$£₽]|eur|usd|gbp|rub|руб\.?|ریال|تومان))$/i
const PERCENT = /^[-+]?\d+([.,]\d+)?\s?%$/
const YES_NO = new Set(['true', 'false', 'yes', 'no', 'taip', 'ne', 'да', 'нет', 'истина', 'ложь', 'بله', 'خیر'])
const SHORT_DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ]\d{1,2}:\d{2}.*)?$/
const ENOUGH = 0.8

const isDay = (value: string): boolean =>
  (SHORT_DAY.test(value) || /\p{L}{3}/u.test(value)) &&
  /\p{Nd}/u.test(value) &&
  typeof readDate(value, 'dmy') === 'object'
const isCountry = (value: string): boolean => value.length > 2 && readCountry(value).length === 2

/** What most values of a column look like. `values` are not blank. */
const contentOf = (values: readonly string[]): ContentType => {
  if (values.length === 0) return 'text'
  const most = (test: (value: string) => boolean) => values.filter(test).length / values.length >= ENOUGH
  if (most((value) => EMAIL.test(value))) return 'email'
  if (most((value) => WEB.test(value))) return 'url'
  if (most(isDay)) return 'day'
  const phoneLike = values.some((value) => /^[+0(]/.test(value))
  if (phoneLike && most((value) => PHONE.test(value)) && !values.some((value) => SHORT_DAY.test(value))) return 'phone'
  if (most((value) => PERCENT.test(value))) return 'percent'
  if (most((value) => YES_NO.has(fold(value)))) return 'boolean'
  if (most((value) => NUMBER.test(value))) return 'number'
  if (most((value) => MONEY.test(value) || NUMBER.test(value))) return 'money'
  return most(isCountry) ? 'country' : 'text'
}

const paths: Readonly<Record<NounName, Partial<Record<ContentType, FieldPath>>>> = {
  customers: { email: 'email', url: 'website', phone: 'phone', country: 'address.billing.country' },
  deals: { money: 'value', email: 'link.customer.email', phone: 'link.customer.phone' },
  interactions: { day: 'at', email: 'link.customer.email', phone: 'link.customer.phone' },
  tasks: { day: 'due', email: 'link.customer.email', phone: 'link.customer.phone' },
}

/** Where a column whose name tells nothing may go; undefined where its content tells nothing either. */
export const pathByContent = (noun: NounName, values: readonly string[]): FieldPath | undefined =>
  paths[noun][contentOf(values)]

const MOST_CHOICES = 12
const CHOICE_LENGTH = 40
const LONG = 200

/** The field of one's own that would hold a column. `options` where it is a choice of few words. */
export const suggestField = (values: readonly string[]): { type: CustomFieldType; options: string[] } => {
  const type = contentOf(values)
  if (type !== 'text' && type !== 'country') return { type, options: [] }
  const words = new Map<string, string>()
  for (const value of values) if (!words.has(fold(value))) words.set(fold(value), value)
  const few = words.size >= 2 && words.size <= MOST_CHOICES && values.length >= words.size * 3
  if (few && values.every((value) => value.length <= CHOICE_LENGTH))
    return { type: 'choice', options: [...words.values()] }
  const long = values.some((value) => value.length > LONG || value.includes('\n'))
  return { type: long ? 'longText' : 'text', options: [] }
}
