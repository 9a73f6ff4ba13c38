import { useCallback } from 'react'

import { type Column, type Condition, columnsOf, type NounName } from '../../../shared/domain/index.ts'
import { type FormatContext, formatValue } from '../format.ts'
import { useFormatContext } from '../use-format.ts'

/** One picked value as it is read: a name, a label, a tag. */
export const pickedText = (context: FormatContext, noun: NounName, column: Column, value: string): string => {
  if (column.type === 'tags') return value
  if (column.type === 'boolean')
    return context.i18n.t(value === '1' || value === 'true' ? 'customers.yes' : 'customers.no')
  return formatValue(context, noun, column, value) || value
}

const boundText = (
  context: FormatContext,
  noun: NounName,
  column: Column,
  value: number | string | undefined,
): string => {
  if (value === undefined) return ''
  if (column.type === 'instant') return context.i18n.format.day(String(value))
  return formatValue(context, noun, column, value)
}

const rangeText = (
  context: FormatContext,
  noun: NounName,
  column: Column,
  condition: Condition & { op: 'range' },
): string => {
  const { t } = context.i18n
  const from = boundText(context, noun, column, condition.from)
  const to = boundText(context, noun, column, condition.to)
  if (from && to) return t('customers.filter.between', { from, to })
  return from ? t('customers.filter.from', { from }) : t('customers.filter.to', { to })
}

/** A condition as words, without its column: “is Lead or Prospect”, “more than 60 days ago or never”. */
export const conditionText = (context: FormatContext, noun: NounName, column: Column, condition: Condition): string => {
  const { t, format } = context.i18n
  switch (condition.op) {
    case 'is':
    case 'isNot': {
      const values = format.list(
        condition.values.map((value) => pickedText(context, noun, column, value)),
        'or',
      )
      return t(condition.op === 'is' ? 'customers.filter.isValues' : 'customers.filter.isNotValues', { values })
    }
    case 'contains':
      return t('customers.filter.containsText', { text: condition.text })
    case 'empty':
      return t('customers.filter.empty')
    case 'notEmpty':
      return t('customers.filter.notEmpty')
    case 'range':
      return rangeText(context, noun, column, condition)
    case 'before':
      return t('customers.filter.beforeDays', { days: condition.days })
    case 'within':
      return t('customers.filter.withinDays', { days: condition.days })
    case 'next':
      return t('customers.filter.nextDays', { days: condition.days })
  }
}

/** Turns conditions of a noun into words, its column's label in front. */
export const useConditionText = (noun: NounName, names?: ReadonlyMap<string, string>) => {
  const context = useFormatContext(names)
  return useCallback(
    (condition: Condition): { column: string; text: string } => {
      const column = columnsOf(noun).find(({ key }) => key === condition.column)
      const label = context.i18n.tx(`field.${noun}.${condition.column}`, condition.column)
      return { column: label, text: column ? conditionText(context, noun, column, condition) : '' }
    },
    [context, noun],
  )
}
