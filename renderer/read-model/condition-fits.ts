import type { Condition } from '../../shared/domain/index.ts'
import { digitsOf, normalize } from '../../shared/search/index.ts'
import { localDayBounds, parseDay } from './calendar.ts'
import { dayOf, type HeldColumn, type NumberColumn, type TextColumn, VALUE_SEPARATOR } from './held-column.ts'
import { type NounTable, segmentOf, type Tables } from './noun-table.ts'

/** What conditions are judged with: the day it is, and the nouns that links point at. */
type ConditionContext = { tables: Tables; today: number }

type Fits = (slot: number) => boolean

const contains = (text: string): ((value: string) => boolean) => {
  const looked = normalize(text)
  const digits = /^[\s\p{Nd}+\-().]+$/u.test(text) ? digitsOf(text) : ''
  return (value) => normalize(value).includes(looked) || (digits.length > 2 && digitsOf(value).includes(digits))
}

const among = (values: readonly string[]): ((parts: readonly string[]) => boolean) => {
  const wanted = new Set(values)
  return (parts) => parts.some((part) => wanted.has(part))
}

const bound = (value: number | string | undefined): string | undefined =>
  value === undefined ? undefined : String(value)

/** Judges the parts of a cell; `[]` is an empty one. Undefined for a condition that makes no sense for texts. */
const textJudge = (condition: Condition): ((parts: readonly string[]) => boolean) => {
  switch (condition.op) {
    case 'empty':
      return (parts) => parts.length === 0
    case 'notEmpty':
      return (parts) => parts.length > 0
    case 'is':
    case 'isNot': {
      const has = among(condition.values)
      const positive = condition.op === 'is'
      return (parts) => has(parts.length === 0 ? [''] : parts) === positive
    }
    case 'contains': {
      const fits = contains(condition.text)
      return (parts) => parts.some(fits)
    }
    case 'range': {
      const [from, to] = [bound(condition.from), bound(condition.to)]
      return (parts) => parts.some((part) => (from === undefined || part >= from) && (to === undefined || part <= to))
    }
    default:
      return () => condition.op === 'before'
  }
}

const partsOf = (text: string, several: boolean): string[] => {
  if (text === '') return []
  return several ? text.split(VALUE_SEPARATOR) : [text]
}

/** Judges each distinct value once; a record then costs one look-up. */
const textFits = (column: TextColumn, judge: (parts: readonly string[]) => boolean, size: number): Fits => {
  const { dictionary, codes, several } = column
  if (dictionary.size > size * 2 + 16) return (slot) => judge(partsOf(dictionary.textAt(codes[slot] ?? 0), several))
  const verdicts = new Uint8Array(dictionary.size)
  for (let code = 0; code < dictionary.size; code += 1)
    verdicts[code] = judge(partsOf(dictionary.textAt(code), several)) ? 1 : 0
  return (slot) => verdicts[codes[slot] ?? 0] === 1
}

/** A filter's text as a number of the column's scale; for an instant, a day stands for its first or last moment. */
const toScale = ({ scale }: NumberColumn, value: number | string, end: 0 | 1): number => {
  if (typeof value === 'number') return value
  const day = parseDay(value)
  if (scale === 'day') return day
  if (scale === 'instant') return Number.isNaN(day) ? Date.parse(value) : (localDayBounds(day)[end] ?? Number.NaN)
  if (value === 'true') return 1
  return value === 'false' ? 0 : value.trim() === '' ? Number.NaN : Number(value)
}

const numberFits = (column: NumberColumn, condition: Condition, today: number): Fits => {
  const valueAt = (slot: number): number => column.values[slot] ?? Number.NaN
  const isNone = (slot: number): boolean => Number.isNaN(valueAt(slot))
  const day = (slot: number): number => dayOf(column, valueAt(slot))
  switch (condition.op) {
    case 'empty':
      return isNone
    case 'notEmpty':
      return (slot) => !isNone(slot)
    case 'is':
    case 'isNot': {
      const spans = condition.values.map((value) => [toScale(column, value, 0), toScale(column, value, 1)] as const)
      const none = condition.values.includes('')
      const positive = condition.op === 'is'
      return (slot) => {
        const value = valueAt(slot)
        const has = !Number.isNaN(value) ? spans.some(([from, to]) => value >= from && value <= to) : none
        return has === positive
      }
    }
    case 'contains':
      return (slot) => !isNone(slot) && String(valueAt(slot)).includes(normalize(condition.text))
    case 'range': {
      const from = condition.from === undefined ? Number.NEGATIVE_INFINITY : toScale(column, condition.from, 0)
      const to = condition.to === undefined ? Number.POSITIVE_INFINITY : toScale(column, condition.to, 1)
      return (slot) => valueAt(slot) >= from && valueAt(slot) <= to
    }
    case 'before':
      return (slot) => isNone(slot) || day(slot) < today - condition.days
    case 'within':
      return (slot) => day(slot) >= today - condition.days && day(slot) <= today
    case 'next':
      return (slot) => day(slot) >= today && day(slot) <= today + condition.days
  }
}

/** Judges the records of a table by a condition. A column that is not known holds no values. */
export const conditionFits = (table: NounTable, condition: Condition, context: ConditionContext): Fits => {
  const column: HeldColumn | undefined = table.columns.get(condition.column)
  if (column?.kind === 'number') return numberFits(column, condition, context.today)
  const judge = textJudge(condition)
  if (column === undefined) {
    const verdict = judge([])
    return () => verdict
  }
  const { size } = table.ids
  if (column.kind === 'text') return textFits(column, judge, size)
  if (column.kind === 'long')
    return (slot) => {
      const text = segmentOf(table, slot, column.segment)
      return judge(text === '' ? [] : [text])
    }
  const { links, targetIds } = column
  if (condition.op === 'contains') {
    const names = context.tables[column.target].columns.get(column.target === 'customers' ? 'name' : 'title')
    if (names?.kind !== 'text') return () => false
    const fits = textFits(names, judge, Number.POSITIVE_INFINITY)
    return (slot) => links[slot] !== 0 && fits((links[slot] ?? 0) - 1)
  }
  if (condition.op === 'is' || condition.op === 'isNot') {
    const wanted = new Set(condition.values.map((id) => (id === '' ? 0 : targetIds.find(id) + 1 || -1)))
    const positive = condition.op === 'is'
    return (slot) => wanted.has(links[slot] ?? 0) === positive
  }
  return (slot) => judge(links[slot] === 0 ? [] : [targetIds.idAt((links[slot] ?? 0) - 1)])
}
