import { type Column, type Condition, columnsOf, type NounName } from '../../../shared/domain/index.ts'

/** How a condition compares, as it is offered: `after` and `until` are one-sided ranges. */
export type Operator = Condition['op']

const CHOICES = new Set(['choice', 'tags', 'link', 'boolean', 'language', 'country', 'currency'])
const NUMBERS = new Set(['number', 'percent', 'money'])
const DATES = new Set(['day', 'instant'])

/** Text columns whose few values are picked rather than typed. */
const PICKED = new Set(['city', 'country', 'region', 'stageId'])

const isPicked = ({ key, type }: Pick<Column, 'key' | 'type'>): boolean => CHOICES.has(type) || PICKED.has(key)

/** The comparisons that make sense for a column, the likeliest first. */
export const operatorsOf = (column: Pick<Column, 'key' | 'type' | 'field'>): readonly Operator[] => {
  const always = column.field?.required === true
  const presence: readonly Operator[] = always ? [] : ['notEmpty', 'empty']
  if (isPicked(column)) return ['is', 'isNot', ...presence]
  if (NUMBERS.has(column.type)) return ['range', ...presence]
  if (DATES.has(column.type)) return ['within', 'before', 'next', 'range', ...presence]
  return ['contains', ...presence]
}

/** The columns of a noun that may be filtered by: all that a reader knows of. */
export const filterColumns = (noun: NounName): Column[] =>
  columnsOf(noun).filter(
    ({ shown, field, type }) => type !== 'data' && (shown !== 'hidden' || (field !== undefined && !field.system)),
  )

const DAYS = 30

/** A condition to begin with. */
export const startCondition = (column: string, op: Operator): Condition => {
  switch (op) {
    case 'is':
    case 'isNot':
      return { column, op, values: [] }
    case 'contains':
      return { column, op, text: '' }
    case 'before':
    case 'within':
    case 'next':
      return { column, op, days: DAYS }
    default:
      return { column, op }
  }
}

/** Whether a condition says enough to filter by. */
export const isComplete = (condition: Condition): boolean => {
  if (condition.op === 'is' || condition.op === 'isNot') return condition.values.length > 0
  if (condition.op === 'contains') return condition.text.trim() !== ''
  if (condition.op === 'range') return condition.from !== undefined || condition.to !== undefined
  return true
}
