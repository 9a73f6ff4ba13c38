import { type FormEvent, useState } from 'react'

import type { Column, Condition, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, DatePicker, MoneyField, NumberField, Select, TextField } from '../../ui/index.ts'
import { useLookups } from '../lookups.ts'
import { useColumnLabel } from '../use-format.ts'
import { isComplete, type Operator, operatorsOf, startCondition } from './condition-model.ts'
import { ValuesInput } from './values-input.tsx'

type RangeCondition = Condition & { op: 'range' }
type Bound = 'from' | 'to'

const BoundInput = ({
  column,
  bound,
  condition,
  onChange,
}: {
  column: Column
  bound: Bound
  condition: RangeCondition
  onChange: (condition: Condition) => void
}) => {
  const { t } = useI18n()
  const { settings } = useLookups()
  const label = t(bound === 'from' ? 'customers.filter.atLeast' : 'customers.filter.atMost')
  const value = condition[bound]
  const set = (next: number | string | undefined) => {
    const { [bound]: _old, ...rest } = condition
    onChange(next === undefined ? rest : { ...rest, [bound]: next })
  }
  if (column.type === 'day' || column.type === 'instant') {
    const day = value === undefined ? undefined : String(value)
    const name = t(bound === 'from' ? 'customers.filter.fromDay' : 'customers.filter.toDay')
    return <DatePicker label={name} value={day} onChange={set} />
  }
  const number = typeof value === 'number' ? value : undefined
  if (column.type === 'money')
    return <MoneyField label={label} value={number} onChange={set} currency={settings?.currency ?? 'EUR'} />
  return <NumberField label={label} value={number} onChange={set} />
}

const ConditionValue = ({
  noun,
  column,
  condition,
  onChange,
}: {
  noun: NounName
  column: Column
  condition: Condition
  onChange: (condition: Condition) => void
}) => {
  const { t } = useI18n()
  const label = useColumnLabel(noun)(column.key)
  if (column.type === 'boolean') return null
  switch (condition.op) {
    case 'is':
    case 'isNot':
      return (
        <ValuesInput
          noun={noun}
          column={column}
          label={label}
          values={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )
    case 'contains':
      return (
        <TextField
          autoFocus
          hideLabel
          label={label}
          value={condition.text}
          onChange={(text) => onChange({ ...condition, text })}
        />
      )
    case 'range':
      return (
        <div className="grid grid-cols-2 gap-2">
          <BoundInput column={column} bound="from" condition={condition} onChange={onChange} />
          <BoundInput column={column} bound="to" condition={condition} onChange={onChange} />
        </div>
      )
    case 'before':
    case 'within':
    case 'next':
      return (
        <NumberField
          autoFocus
          label={t('customers.filter.days')}
          minValue={0}
          value={condition.days}
          onChange={(days) => onChange({ ...condition, days: days ?? 0 })}
        />
      )
    default:
      return null
  }
}

/** One condition: how it compares and with what. It holds when it is applied, by the button or Enter. */
export const ConditionEditor = ({
  noun,
  column,
  condition,
  onApply,
  onRemove,
}: {
  noun: NounName
  column: Column
  condition?: Condition
  onApply: (condition: Condition) => void
  onRemove?: () => void
}) => {
  const { t, tx } = useI18n()
  const label = useColumnLabel(noun)
  const operators = operatorsOf(column)
  const [edited, setEdited] = useState(condition ?? startCondition(column, operators[0] ?? 'notEmpty'))
  const change = (op: string | undefined) => {
    const next = operators.find((each): each is Operator => each === op)
    if (!next) return
    const values = 'values' in edited ? edited.values : []
    const started = startCondition(column, next)
    setEdited('values' in started && values.length > 0 ? { ...started, values } : started)
  }
  const operatorLabel = (op: Operator): string => {
    if (column.type === 'boolean') return t(op === 'is' ? 'customers.yes' : 'customers.no')
    return tx(`customers.operator.${op}`, op)
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (isComplete(edited)) onApply(edited)
  }
  return (
    <form onSubmit={apply} className="flex w-72 flex-col gap-2.5">
      <Select
        label={label(column.key)}
        options={operators.map((op) => ({ id: op, label: operatorLabel(op) }))}
        value={edited.op}
        onChange={change}
      />
      <ConditionValue key={edited.op} noun={noun} column={column} condition={edited} onChange={setEdited} />
      <div className="flex justify-between gap-2">
        {onRemove ? (
          <Button variant="quiet" onPress={onRemove}>
            {t('customers.filter.remove')}
          </Button>
        ) : (
          <span />
        )}
        <Button variant="primary" type="submit" isDisabled={!isComplete(edited)}>
          {t('customers.filter.apply')}
        </Button>
      </div>
    </form>
  )
}
