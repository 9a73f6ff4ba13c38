import { splitTags } from '../../import/values/multi.ts'
import { minorDigits } from '../../import/values/number.ts'
import { orderAfter } from '../../order.ts'
import { type Reading, type Reckoning, toAmount, toBoolean, toDay, toEmail, toNumber, toUrl } from './convert-text.ts'
import type { CustomFieldType, CustomOption } from './custom-field.ts'

export type Options = Readonly<Record<string, CustomOption>>

/** What converting needs to know of the book. */
export type ConversionContext = Reckoning & {
  from: CustomFieldType
  to: CustomFieldType
  /** Of a field that has choices already: they stay. */
  options?: Options | undefined
  /** Makes the id of a new choice. */
  newId: () => string
  /** What yes and no are written as. */
  words: { yes: string; no: string }
  /** Reads a phone as E.164 where it can. */
  phoneNumber: (typed: string) => string | undefined
  /** A customer's name by id, and the id of the only one with a name. */
  nameOf: (id: string) => string | undefined
  idOf: (name: string) => string | undefined
}

export type Converter = {
  /** @param currency ISO 4217: of the amounts of this record */
  convert: (value: unknown, currency: string) => Reading<unknown>
  /** The choices of the new field, those found on the way among them. */
  options: () => Options
}

const MAX_TEXT = 500
const MAX_OPTIONS = 200
const MAX_OPTION = 200

const texts: readonly CustomFieldType[] = ['text', 'longText', 'choice', 'choices']

/** What words of either length may be read as. */
const readable: readonly CustomFieldType[] = [
  'number',
  'money',
  'percent',
  'day',
  'boolean',
  'choice',
  'choices',
  'phone',
  'email',
  'url',
  'link',
]

/** What a field of each type can be turned into, the likely first. */
export const convertibleTo: Readonly<Record<CustomFieldType, readonly CustomFieldType[]>> = {
  text: ['longText', ...readable],
  longText: ['text', ...readable],
  number: ['money', 'percent', 'boolean', ...texts],
  money: ['number', ...texts],
  percent: ['number', ...texts],
  day: texts,
  boolean: ['number', ...texts],
  choice: ['choices', 'text', 'longText', 'number', 'day', 'boolean', 'link'],
  choices: ['choice', 'text', 'longText', 'boolean'],
  phone: texts,
  email: texts,
  url: texts,
  link: texts,
}

/** A value as a person would write it, or nothing where it says nothing. */
export const valueText = (
  value: unknown,
  { from, options, words, nameOf }: Pick<ConversionContext, 'from' | 'options' | 'words' | 'nameOf'>,
  currency: string,
): string | undefined => {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (from === 'money') return String(Number(value) / 10 ** minorDigits(currency))
  if (from === 'choice') return options?.[String(value)]?.name ?? String(value)
  if (from === 'choices' && typeof value === 'object')
    return Object.keys(value)
      .map((id) => options?.[id]?.name ?? id)
      .join('; ')
  return from === 'link' ? nameOf(String(value)) : String(value)
}

const fold = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** The choices by name, to which new ones are added as they are met. */
const choicesOf = ({ options = {}, newId }: ConversionContext) => {
  const all: Record<string, CustomOption> = { ...options }
  const byName = new Map(Object.entries(all).map(([id, { name }]) => [fold(name), id]))
  return {
    all: () => all,
    idOf: (name: string): Reading<string> => {
      const held = byName.get(fold(name))
      if (held !== undefined) return { value: held }
      if (name.trim().length > MAX_OPTION) return { problem: 'tooLong' }
      if (byName.size >= MAX_OPTIONS) return { problem: 'tooManyChoices' }
      const id = newId()
      const order = orderAfter(Object.entries(all).map(([each, option]) => ({ id: each, order: option.order })))
      all[id] = { name: name.trim(), order }
      byName.set(fold(name), id)
      return { value: id }
    },
  }
}

const isProblem = <T>(
  reading: Reading<T>,
): reading is { problem: Extract<Reading<T>, { problem: unknown }>['problem'] } => 'problem' in reading

const toMinor = (reading: Reading<number>, currency: string): Reading<number> => {
  if (isProblem(reading)) return reading
  const scale = 10 ** minorDigits(currency)
  const value = Math.round(reading.value * scale)
  return Math.abs(value / scale - reading.value) > Number.EPSILON * Math.abs(value)
    ? { problem: 'losesDigits' }
    : { value }
}

/** Turns the values of a field into those of another type, one by one. Pure but for the choices that it collects. */
export const createConverter = (context: ConversionContext): Converter => {
  const { from, to } = context
  const choices = choicesOf(context)

  const toChoices = (text: string): Reading<unknown> => {
    const names = splitTags(text)
    const ids = names.map((name) => choices.idOf(name))
    const wrong = ids.find(isProblem)
    if (wrong !== undefined) return wrong
    return { value: Object.fromEntries(ids.flatMap((each) => (isProblem(each) ? [] : [[each.value, true]]))) }
  }
  const ofText = (text: string, currency: string): Reading<unknown> => {
    switch (to) {
      case 'text':
        return text.length > MAX_TEXT ? { problem: 'tooLong' } : { value: text }
      case 'longText':
        return { value: text }
      case 'number':
      case 'percent':
        return toNumber(text, context)
      case 'money':
        return toMinor(toAmount(text, currency, context), currency)
      case 'day':
        return toDay(text, context)
      case 'boolean':
        return toBoolean(text)
      case 'choice':
        return choices.idOf(text)
      case 'choices':
        return toChoices(text)
      case 'phone':
        return context.phoneNumber(text) === undefined ? { problem: 'notAPhone' } : { value: text.trim() }
      case 'email':
        return toEmail(text)
      case 'url':
        return toUrl(text)
      case 'link': {
        const id = context.idOf(text)
        return id === undefined ? { problem: 'unknownCustomer' } : { value: id }
      }
    }
  }
  const ofNumber = (value: number, currency: string): Reading<unknown> => {
    const plain = from === 'money' ? value / 10 ** minorDigits(currency) : value
    if (to === 'number' || to === 'percent') return { value: plain }
    if (to === 'money') return toMinor({ value: plain }, currency)
    if (to !== 'boolean') return ofText(String(plain), currency)
    return plain === 0 || plain === 1 ? { value: plain === 1 } : { problem: 'notABoolean' }
  }
  const ofChoices = (ids: readonly string[], currency: string): Reading<unknown> => {
    const [first] = ids
    if (to === 'choices') return { value: Object.fromEntries(ids.map((id) => [id, true])) }
    if (to === 'text' || to === 'longText')
      return ofText(
        valueText(Object.fromEntries(ids.map((id) => [id, true])), { ...context, from: 'choices' }, currency) ?? '',
        currency,
      )
    if (first === undefined || ids.length > 1) return { problem: 'severalValues' }
    return to === 'choice' ? { value: first } : ofText(context.options?.[first]?.name ?? first, currency)
  }

  return {
    options: choices.all,
    convert: (value, currency) => {
      if (typeof value === 'number') return ofNumber(value, currency)
      if (typeof value === 'boolean' && to === 'number') return { value: value ? 1 : 0 }
      if (from === 'choice' && typeof value === 'string') return ofChoices([value], currency)
      if (from === 'choices' && typeof value === 'object' && value !== null)
        return ofChoices(Object.keys(value), currency)
      const text = valueText(value, context, currency)
      return text === undefined ? { problem: 'unknownCustomer' } : ofText(text, currency)
    },
  }
}
