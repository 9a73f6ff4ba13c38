import { type Catalog, type CustomField, customIssueOf, type Field, type NounName } from '../domain/index.ts'
import type { Choices } from './choices.ts'
import { EMAIL } from './convert-entries.ts'
import { fold } from './fold.ts'
import type { Preset } from './presets/index.ts'
import type { ProblemCode } from './problem.ts'
import type { ImportRules } from './rules.ts'
import { readCountry } from './values/country.ts'
import { type DateOrder, readDate, readInstant, readTime } from './values/date.ts'
import { htmlToText, looksLikeHtml } from './values/html.ts'
import { readLanguage } from './values/language.ts'
import { splitJoinedTags, splitTags } from './values/multi.ts'
import { type DecimalMark, readDuration, readNumber } from './values/number.ts'
import type { Vocabulary } from './vocabulary.ts'
import { optionOf, presetWord, wordOf } from './words.ts'

export type ValueContext = {
  noun: NounName
  catalog: Catalog
  vocabulary: Vocabulary
  choices: Choices
  preset: Preset | undefined
  rules: Pick<ImportRules, 'words'>
  /** From an export of Fairbook: text is taken as it stands. */
  exact: boolean
}

/** A value to store, a choice or a linked record to look up, nothing, or what is wrong. */
export type Converted =
  | { value: unknown }
  | { choice: { list: NonNullable<Field['list']>; text: string } }
  | { link: string }
  | { problem: ProblemCode }
  | undefined

const PLACEHOLDER = /^([-–—.?]+|n\/?a|null|none|нет|nėra|ندارد|не указано|#n\/a|не определена?о?|unspecified)$/i
const NO_TEXT = /^([-–—.?]+|#?n\/a)$/i
const YES = new Set(['true', 'yes', '1', 'taip', 'да', 'истина', 'بله', 'x', 'done'].map(fold))
const NO = new Set(['false', 'no', '0', 'ne', 'нет', 'ложь', 'خیر', 'to do'].map(fold))
const WEB = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^\s/?#]+)(?:[/?#]\S*)?$/i
const MAX = 500

const issueCodes: Readonly<Record<string, ProblemCode>> = {
  'fields.issue.pattern': 'badPattern',
  'fields.issue.tooLong': 'tooLong',
  'fields.issue.notOne': 'badChoice',
}

/** A value against its field's schema; what is wrong is told as closely as it is known. */
const checked = (
  value: unknown,
  field: Field,
  problem: ProblemCode,
  definition: CustomField | undefined,
): Converted => {
  if (field.schema.safeParse(value).success) return { value }
  const issue = definition && customIssueOf(definition, value)
  return { problem: issue ? (issueCodes[issue] ?? 'outOfLimits') : problem }
}

const convertOption = (text: string, name: string, options: readonly string[], context: ValueContext): Converted => {
  const option = optionOf(text, name, options, context)
  return option === undefined ? { problem: 'badChoice' } : { value: option }
}

const convertChoices = (text: string, name: string, field: Field, context: ValueContext): Converted => {
  const words = context.exact ? splitJoinedTags(text) : splitTags(text)
  const found = words.map((word) => optionOf(word, name, field.options ?? [], context))
  if (found.some((option) => option === undefined)) return { problem: 'badChoice' }
  return { value: Object.fromEntries(found.map((option) => [option, true])) }
}

const convertDay = (text: string, order: DateOrder): string | ProblemCode | undefined => {
  const reading = readDate(text, order)
  if (reading === 'empty') return undefined
  if (reading === 'noYear') return 'dateWithoutYear'
  return reading === undefined ? 'badDate' : reading.day
}

const convertInstant = (text: string, order: DateOrder): Converted => {
  const instant = readInstant(text, order)
  if (instant === 'empty') return undefined
  return instant === undefined ? { problem: 'badDate' } : { value: instant }
}

export const convertBoolean = (text: string): Converted => {
  const word = fold(text)
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : { problem: 'badChoice' }
}

/** Of a web address only its host must look like one. */
const looksLikeAddress = (text: string): boolean => {
  const host = WEB.exec(text)?.[1]
  return host?.includes('.') === true && !host.includes('@')
}

/** Text of another program: HTML becomes text, and of several lines joined for a field that holds one, the first. */
const plainText = (text: string, type: Field['type']): string => {
  if (looksLikeHtml(text)) return htmlToText(text)
  return type === 'longText' ? text : (text.split(' ::: ')[0] ?? text).trim()
}

const convertText = (text: string, name: string, field: Field, context: ValueContext): Converted => {
  const definition = context.catalog.definition(name)
  if (context.exact) return checked(text, field, 'tooLong', definition)
  if (field.type === 'text' && NO_TEXT.test(text)) return undefined
  if (name === 'dueTime') {
    const time = readTime(text)
    return time === undefined ? { problem: 'badDate' } : { value: time.slice(0, 5) }
  }
  const plain = plainText(text, field.type)
  return plain === '' ? undefined : checked(plain, field, 'tooLong', definition)
}

const convertNumber = (
  text: string,
  name: string,
  field: Field,
  mark: DecimalMark,
  context: ValueContext,
): Converted => {
  const number = (name === 'duration' ? readDuration(text) : undefined) ?? readNumber(text.replace(/%$/, ''), mark)
  if (number === undefined) return { problem: 'badNumber' }
  // Money is known in minor units only once its currency is: it waits as a plain number.
  if (field.type === 'money') return { value: number }
  return checked(
    number,
    field,
    field.type === 'percent' ? 'outOfLimits' : 'badNumber',
    context.catalog.definition(name),
  )
}

/** Reads one cell as a value of a field. `cell` is not blank. */
export const convertValue = (
  cell: string,
  name: string,
  column: { dateOrder: DateOrder; decimalMark: DecimalMark },
  context: ValueContext,
): Converted => {
  const field = context.catalog.field(context.noun, name)
  if (!field) return undefined
  const definition = context.catalog.definition(name)
  const text = context.exact ? cell : cell.trim()
  if (field.type === 'text' || field.type === 'longText') return convertText(text, name, field, context)
  if (!context.exact && PLACEHOLDER.test(text)) return undefined
  const said = wordOf(text, name, context)
  if (said === '') return undefined
  switch (field.type) {
    case 'choice':
      if (!field.list) return convertOption(text, name, field.options ?? [], context)
      if (said !== undefined) return { value: said }
      if (context.choices.has(presetWord(text, name, context.preset) ?? ''))
        return { value: presetWord(text, name, context.preset) }
      if (text.length > MAX) return { problem: 'tooLong' }
      return context.choices.accepts(field.list, text)
        ? { choice: { list: field.list, text } }
        : { problem: 'tooManyChoices' }
    case 'choices':
      return convertChoices(text, name, field, context)
    case 'day': {
      const day = convertDay(text, column.dateOrder)
      if (day === undefined) return undefined
      return day === 'badDate' || day === 'dateWithoutYear'
        ? { problem: day }
        : checked(day, field, 'badDate', definition)
    }
    case 'instant':
      return convertInstant(text, column.dateOrder)
    case 'number':
    case 'percent':
    case 'money':
      return convertNumber(text, name, field, column.decimalMark, context)
    case 'boolean':
      return convertBoolean(text)
    case 'language': {
      const language = context.exact ? text : readLanguage(text)
      return language === undefined ? { problem: 'badLanguage' } : checked(language, field, 'badLanguage', definition)
    }
    case 'currency':
      return checked(text.toUpperCase(), field, 'badCurrency', definition)
    case 'country':
      return checked(readCountry(text), field, 'badCountry', definition)
    case 'url': {
      const url = context.exact ? text : (text.split(' ::: ')[0] ?? text)
      return context.exact || looksLikeAddress(url) ? checked(url, field, 'tooLong', definition) : { problem: 'badUrl' }
    }
    case 'email':
      return context.exact || EMAIL.test(text) ? checked(text, field, 'tooLong', definition) : { problem: 'badEmail' }
    case 'phone':
      return context.exact || /\p{Nd}.*\p{Nd}.*\p{Nd}/su.test(text)
        ? checked(text, field, 'tooLong', definition)
        : { problem: 'badPhone' }
    case 'link':
      return definition && !context.exact ? { link: text } : checked(text, field, 'unknownLink', definition)
    default:
      return undefined
  }
}
