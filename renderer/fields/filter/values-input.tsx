import { X } from 'lucide-react'
import { useState } from 'react'

import type { Column, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useDistinct } from '../../read-model/hooks.ts'
import { Badge, Checkbox, IconButton, SearchField, Spinner } from '../../ui/index.ts'
import { useChoices } from '../choices.ts'
import { CustomerPicker } from '../customer-picker.tsx'
import { DealInput } from '../input/deal-input.tsx'
import { CustomerLink, DealLink } from '../record-link.tsx'
import { useFormatContext } from '../use-format.ts'
import { pickedText } from './condition-text.ts'

type ValuesProps = {
  noun: NounName
  column: Column
  label: string
  values: readonly string[]
  onChange: (values: string[]) => void
}

const LinkValues = ({ column, label, values, onChange }: ValuesProps) => {
  const { t } = useI18n()
  const add = (id: string | undefined) => {
    if (id && !values.includes(id)) onChange([...values, id])
  }
  const deal = column.field?.target === 'deals'
  return (
    <div className="flex flex-col gap-2">
      {values.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {values.map((id) => (
            <li key={id}>
              <Badge>
                {deal ? <DealLink id={id} /> : <CustomerLink id={id} />}
                <IconButton
                  small
                  icon={X}
                  label={t('customers.filter.removeValue')}
                  onPress={() => onChange(values.filter((each) => each !== id))}
                />
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {deal ? (
        <DealInput key={values.length} hideLabel label={label} value={null} onChange={add} />
      ) : (
        <CustomerPicker
          key={values.length}
          hideLabel
          label={label}
          value={null}
          onChange={add}
          {...(column.key === 'companyId' && { kind: 'company' })}
        />
      )}
    </div>
  )
}

const MOST = 500
const SEARCHABLE = 9
const SHOWN = 60

const ListedValues = ({ noun, column, label, values, onChange }: ValuesProps) => {
  const { t, format } = useI18n()
  const context = useFormatContext()
  const [text, setText] = useState('')
  const choices = useChoices(noun, column)
  const { data: counted } = useDistinct(noun, column.key, MOST)
  if (!counted) return <Spinner />
  const counts = new Map(counted.map(({ value, count }) => [value, count]))
  const isChoice = column.type === 'choice' || column.type === 'choices'
  const known = (choices?.length ?? MOST) < MOST && isChoice ? (choices ?? []) : []
  const ids = [...new Set([...known.map(({ id }) => id), ...counts.keys(), ...values])].filter((id) => id !== '')
  const options = ids.map((id) => ({ id, text: pickedText(context, noun, column, id) }))
  const wanted = text.trim().toLocaleLowerCase()
  const shown = options.filter((option) => option.text.toLocaleLowerCase().includes(wanted)).slice(0, SHOWN)
  const toggle = (id: string, on: boolean) => onChange(on ? [...values, id] : values.filter((each) => each !== id))
  const takeFirst = () => {
    const [first] = shown
    if (!first) return
    toggle(first.id, !values.includes(first.id))
    setText('')
  }
  return (
    <div className="flex flex-col gap-2">
      {options.length > SEARCHABLE && (
        <SearchField
          autoFocus
          label={t('customers.filter.findValue')}
          value={text}
          onChange={setText}
          {...(wanted !== '' && { onEnter: takeFirst })}
        />
      )}
      <fieldset className="flex max-h-56 flex-col gap-1 overflow-auto px-0.5">
        <legend className="sr-only">{label}</legend>
        {shown.map(({ id, text: name }) => (
          <Checkbox key={id} value={values.includes(id)} onChange={(on) => toggle(id, on)}>
            <span className="min-w-0 flex-1 truncate">
              <bdi>{name}</bdi>
            </span>
            <span className="ms-3 text-ink-faint text-xs">{format.number(counts.get(id) ?? 0)}</span>
          </Checkbox>
        ))}
        {shown.length === 0 && <p className="text-ink-faint">{t('ui.noMatch')}</p>}
      </fieldset>
    </div>
  )
}

/** Several values of a column, each with how many records have it. */
export const ValuesInput = (props: ValuesProps) =>
  props.column.type === 'link' && props.column.field?.target !== 'pipelines' ? (
    <LinkValues {...props} />
  ) : (
    <ListedValues {...props} />
  )
