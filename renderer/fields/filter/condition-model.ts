import type { Catalog, Column, Condition, NounName } from '../../../shared/domain/index.ts'

/** How a condition compares. */
export type Operator = Condition['op']

const CHOICES = new Set(['choice', 'choices', 'tags', 'consents', 'link', 'language', 'country', 'currency'])
const NUMBERS = new Set(['number', 'percent', 'money'])
const DATES = new Set(['day', 'instant'])

/** Text columns whose few values are picked rather than typed. */
const PICKED = new Set(['city', 'country', 'region', 'stageId'])

const isPicked = ({ key, type }: Pick<Column, 'key' | 'type'>): boolean => CHOICES.has(type) || PICKED.has(key)

/** The comparisons that make sense for a column, the likeliest first. A checkbox is ticked or it is not. */
export const operatorsOf = (column: Pick<Column, 'key' | 'type' | 'field'>): readonly Operator[] => {
  const always = column.field?.required === true
  const presence: readonly Operator[] = always ? [] : ['notEmpty', 'empty']
  if (column.type === 'boolean') return ['is', 'isNot']
  if (isPicked(column)) return ['is', 'isNot', ...presence]
  if (NUMBERS.has(column.type)) return ['range', ...presence]
  if (DATES.has(column.type)) return ['within', 'before', 'next', 'range', ...presence]
  return ['contains', ...presence]
}

/** Derived columns that no list shows but a filter may ask for. */
const ASKED_ONLY = new Set(['state', 'contact'])

/** The columns of a noun that may be filtered by: all that a reader knows of. */
export const filterColumns = (catalog: Catalog, noun: NounName): Column[] =>
  catalog
    .columns(noun)
    .filter(
      ({ key, shown, field, type }) =>
        type !== 'data' && (shown !== 'hidden' || ASKED_ONLY.has(key) || (field !== undefined && !field.system)),
    )

const DAYS = 30
/** How a ticked checkbox is told to the read model. */
const TICKED = '1'

/** A condition to begin with. */
export const startCondition = (column: Pick<Column, 'key' | 'type'>, op: Operator): Condition => {
  const { key } = column
  switch (op) {
    case 'is':
    case 'isNot':
      return { column: key, op, values: column.type === 'boolean' ? [TICKED] : [] }
    case 'contains':
      return { column: key, op, text: '' }
    case 'before':
    case 'within':
    case 'next':
      return { column: key, op, days: DAYS }
    default:
      return { column: key, op }
  }
}

/** Whether a condition says enough to filter by. */
export const isComplete = (condition: Condition): boolean => {
  if (condition.op === 'is' || condition.op === 'isNot') return condition.values.length > 0
  if (condition.op === 'contains') return condition.text.trim() !== ''
  if (condition.op === 'range') return condition.from !== undefined || condition.to !== undefined
  return true
}
