import { type Column, type Condition, type NounName, readConsentValue } from '../../../shared/domain/index.ts'
import { consentText, type FormatContext, formatValue } from '../format.ts'

/** One picked value as it is read: a name, a label, a tag. */
export const pickedText = (context: FormatContext, noun: NounName, column: Column, value: string): string => {
  if (column.type === 'tags') return value
  if (column.key === 'importId') return context.names?.get(value) ?? value
  if (column.type === 'consents') {
    const consent = readConsentValue(value)
    return consent === undefined ? value : consentText(context, consent)
  }
  if (column.type === 'choices') return formatValue(context, noun, column, { [value]: true }) || value
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

/** Both bounds, or the one there is, in words. */
export const rangeText = (
  context: FormatContext,
  noun: NounName,
  column: Column,
  bounds: { from?: number | string | undefined; to?: number | string | undefined },
): string => {
  const { t } = context.i18n
  const from = boundText(context, noun, column, bounds.from)
  const to = boundText(context, noun, column, bounds.to)
  if (from && to) return t('customers.filter.between', { from, to })
  return from ? t('customers.filter.from', { from }) : t('customers.filter.to', { to })
}

/** A condition as words, without its column: “is Lead or Prospect”, “more than 60 days ago or never”. */
export const conditionText = (context: FormatContext, noun: NounName, column: Column, condition: Condition): string => {
  const { t, format } = context.i18n
  switch (condition.op) {
    case 'is':
    case 'isNot': {
      const positive = condition.op === 'is'
      if (column.type === 'boolean' && condition.values.length === 1)
        return t((condition.values[0] === '1') === positive ? 'customers.yes' : 'customers.no')
      const values = format.list(
        condition.values.map((value) => pickedText(context, noun, column, value)),
        'or',
      )
      return t(positive ? 'customers.filter.isValues' : 'customers.filter.isNotValues', { values })
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
