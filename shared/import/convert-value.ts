import { type Field, type NounName, nouns } from '../domain/index.ts'
import type { Choices } from './choices.ts'
import { fold } from './fold.ts'
import type { Preset } from './presets/index.ts'
import type { ProblemCode } from './problem.ts'
import { readCountry } from './values/country.ts'
import { type DateOrder, readDate, readInstant } from './values/date.ts'
import { readLanguage } from './values/language.ts'
import { type DecimalMark, readNumber } from './values/number.ts'
import type { Vocabulary } from './vocabulary.ts'

export type ValueContext = {
  noun: NounName
  vocabulary: Vocabulary
  choices: Choices
  preset: Preset | undefined
  /** From an export of Fairbook: text is taken as it stands. */
  exact: boolean
}

/** A value to store, a choice to look up, nothing, or what is wrong. */
export type Converted =
  | { value: unknown }
  | { choice: { list: NonNullable<Field['list']>; text: string } }
  | { problem: ProblemCode }
  | undefined

const PLACEHOLDER = /^([-–—.?]+|n\/?a|null|none|нет|nėra|ندارد|не указано|#n\/a|не определен)$/i
const YES = new Set(['true', 'yes', '1', 'taip', 'да', 'истина', 'بله', 'x'])
const NO = new Set(['false', 'no', '0', 'ne', 'нет', 'ложь', 'خیر'])
const WEB = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^\s/?#]+)(?:[/?#]\S*)?$/i

const indexes = new WeakMap<Vocabulary, Map<string, ReadonlyMap<string, string>>>()
const labelsOf = (vocabulary: Vocabulary, key: string, options: readonly string[]): ReadonlyMap<string, string> => {
  const cache = indexes.get(vocabulary) ?? new Map<string, ReadonlyMap<string, string>>()
  indexes.set(vocabulary, cache)
  const known = cache.get(key)
  if (known) return known
  const labels = vocabulary.options[key] ?? {}
  const made = new Map(
    options.flatMap((option) => [option, ...(labels[option] ?? [])].map((label) => [fold(label), option] as const)),
  )
  cache.set(key, made)
  return made
}

const convertOption = (text: string, name: string, options: readonly string[], context: ValueContext): Converted => {
  const known = labelsOf(context.vocabulary, `${context.noun}.${name}`, options).get(fold(text))
  const said = name === 'status' ? context.preset?.statuses?.[fold(text)] : undefined
  const option = said ?? known
  return option === undefined ? { problem: 'badChoice' } : { value: option }
}

const convertText = (text: string, field: Field): Converted => {
  const result = field.schema.safeParse(text)
  return result.success ? { value: text } : { problem: 'tooLong' }
}

const convertDay = (text: string, order: DateOrder): Converted => {
  const reading = readDate(text, order)
  if (reading === 'empty') return undefined
  if (reading === 'noYear') return { problem: 'dateWithoutYear' }
  return reading === undefined ? { problem: 'badDate' } : { value: reading.day }
}

const convertInstant = (text: string, order: DateOrder): Converted => {
  const instant = readInstant(text, order)
  if (instant === 'empty') return undefined
  return instant === undefined ? { problem: 'badDate' } : { value: instant }
}

const convertNumber = (text: string, field: Field, mark: DecimalMark): Converted => {
  const number = readNumber(text, mark)
  if (number === undefined) return { problem: 'badNumber' }
  // Money is known in minor units only once its currency is: it waits as a plain number.
  if (field.type === 'money') return { value: number }
  return field.schema.safeParse(number).success ? { value: number } : { problem: 'badNumber' }
}

const convertBoolean = (text: string): Converted => {
  const word = fold(text)
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : { problem: 'badChoice' }
}

/** Of a web address only its host must look like one. */
const looksLikeAddress = (text: string): boolean => {
  const host = WEB.exec(text)?.[1]
  return host?.includes('.') === true && !host.includes('@')
}

const checked = (value: unknown, field: Field, problem: ProblemCode): Converted =>
  field.schema.safeParse(value).success ? { value } : { problem }

/** Reads one cell as a value of a field. `cell` is not blank. */
export const convertValue = (
  cell: string,
  name: string,
  column: { dateOrder: DateOrder; decimalMark: DecimalMark },
  context: ValueContext,
): Converted => {
  const field: Field | undefined = (nouns[context.noun].fields as Record<string, Field>)[name]
  if (!field) return undefined
  const text = context.exact ? cell : cell.trim()
  if (field.type === 'text' || field.type === 'longText') return convertText(text, field)
  if (!context.exact && PLACEHOLDER.test(text)) return undefined
  switch (field.type) {
    case 'choice':
      if (!field.list) return convertOption(text, name, field.options ?? [], context)
      if (text.length > 500) return { problem: 'tooLong' }
      return context.choices.accepts(field.list, text)
        ? { choice: { list: field.list, text } }
        : { problem: 'tooManyChoices' }
    case 'day':
      return convertDay(text, column.dateOrder)
    case 'instant':
      return convertInstant(text, column.dateOrder)
    case 'number':
    case 'percent':
    case 'money':
      return convertNumber(text.replace(/%$/, ''), field, column.decimalMark)
    case 'boolean':
      return convertBoolean(text)
    case 'language': {
      const language = context.exact ? text : readLanguage(text)
      return language === undefined ? { problem: 'badLanguage' } : checked(language, field, 'badLanguage')
    }
    case 'currency':
      return checked(text.toUpperCase(), field, 'badCurrency')
    case 'country':
      return checked(readCountry(text), field, 'badChoice')
    case 'url':
      return context.exact || looksLikeAddress(text) ? convertText(text, field) : { problem: 'badUrl' }
    case 'link':
      return checked(text, field, 'unknownLink')
    default:
      return undefined
  }
}
