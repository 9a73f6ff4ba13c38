import { useId, useMemo } from 'react'

import { isMap } from '../../shared/change/index.ts'
import type { NounName } from '../../shared/domain/index.ts'
import { useI18n } from '../i18n/index.ts'
import { useDistinct } from '../read-model/hooks.ts'
import {
  Checkbox,
  cx,
  DatePicker,
  MoneyField,
  NumberField,
  Select,
  TagInput,
  TextArea,
  TextField,
} from '../ui/index.ts'
import { useChoices } from './choices.ts'
import { CustomerPicker } from './customer-picker.tsx'
import { AddressEntries } from './input/address-entries.tsx'
import { CodeInput } from './input/code-input.tsx'
import { ContactEntries } from './input/contact-entries.tsx'
import { DealInput } from './input/deal-input.tsx'
import { EmailText } from './input/email-text.tsx'
import { InstantInput } from './input/instant-input.tsx'
import { PhoneText } from './input/phone-text.tsx'
import { frameOf, type InputProps, numberOf, textOf } from './input/props.ts'
import { useLookups } from './lookups.ts'

export type FieldInputProps = InputProps & {
  noun: NounName
  /** The form's other values: for the currency of money, the pipeline of a stage, the customer of a deal. */
  siblings?: Readonly<Record<string, unknown>>
}

const ChoiceInput = (props: FieldInputProps) => {
  const current = textOf(props.value) || undefined
  const pipelineId = textOf(props.siblings?.['pipelineId']) || undefined
  const options = useChoices(props.noun, props.column, { current, pipelineId }) ?? []
  return (
    <Select
      {...frameOf(props)}
      options={options}
      value={current}
      clearable={!props.isRequired}
      onChange={props.onChange}
    />
  )
}

/** What helps or is wrong, under an input that has no place for it itself. */
const Below = ({
  id,
  description,
  errorMessage,
}: { id: string } & Pick<InputProps, 'description' | 'errorMessage'>) => {
  const text = errorMessage ?? description
  return (
    <p
      id={id}
      className={cx('w-full text-xs empty:hidden', errorMessage === undefined ? 'text-ink-faint' : 'text-red')}
    >
      {text}
    </p>
  )
}

const ChoicesInput = (props: FieldInputProps) => {
  const id = useId()
  const held = isMap(props.value) ? props.value : {}
  const options = useChoices(props.noun, props.column, { current: Object.keys(held) }) ?? []
  return (
    <fieldset
      aria-describedby={id}
      aria-invalid={props.errorMessage !== undefined}
      className="flex min-w-0 flex-wrap gap-x-4 gap-y-1"
    >
      <legend
        className={cx(
          'mb-1 font-[520] text-ink-muted text-sm',
          props.isRequired && 'after:text-red after:content-["_*"]',
          props.hideLabel && 'sr-only',
        )}
      >
        {props.label}
      </legend>
      {options.map(({ id, label }) => (
        <Checkbox
          key={id}
          value={held[id] === true}
          onChange={(chosen) => {
            const { [id]: _old, ...others } = held
            props.onChange(chosen ? { ...others, [id]: true } : others)
          }}
        >
          {label}
        </Checkbox>
      ))}
      <Below id={id} description={props.description} errorMessage={props.errorMessage} />
    </fieldset>
  )
}

const BooleanInput = (props: FieldInputProps) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <Checkbox
        value={props.value === true}
        onChange={props.onChange}
        isInvalid={props.errorMessage !== undefined}
        aria-describedby={id}
      >
        <span className={cx(props.isRequired && 'after:text-red after:content-["_*"]')}>{props.label}</span>
      </Checkbox>
      <Below id={id} description={props.description} errorMessage={props.errorMessage} />
    </div>
  )
}

const SUGGESTED = 200

const TagsInput = (props: FieldInputProps) => {
  const { data: suggestions } = useDistinct(props.noun, props.column.key, SUGGESTED)
  const { compare } = useI18n()
  const tags = useMemo(
    () => (typeof props.value === 'object' && props.value !== null ? Object.keys(props.value).sort(compare) : []),
    [props.value, compare],
  )
  const { isRequired: _required, ...frame } = frameOf(props)
  return (
    <TagInput
      {...frame}
      value={tags}
      suggestions={suggestions?.map(({ value }) => value) ?? []}
      onChange={(next) => props.onChange(Object.fromEntries(next.map((tag) => [tag, true])))}
    />
  )
}

const MoneyInput = (props: FieldInputProps) => {
  const { settings } = useLookups()
  const own = props.column.field?.currencyField
  const currency = (own && textOf(props.siblings?.[own])) || settings?.currency || 'EUR'
  return <MoneyField {...frameOf(props)} value={numberOf(props.value)} onChange={props.onChange} currency={currency} />
}

const LinkInput = (props: FieldInputProps) => {
  const value = textOf(props.value)
  const { isRequired: _required, ...frame } = frameOf(props)
  if (props.column.field?.target === 'deals') {
    const customerId = textOf(props.siblings?.['customerId']) || undefined
    const { autoFocus: _autoFocus, ...rest } = frame
    return <DealInput {...rest} customerId={customerId} value={value} onChange={props.onChange} />
  }
  const company = props.column.key === 'companyId'
  return <CustomerPicker {...frame} {...(company && { kind: 'company' })} value={value} onChange={props.onChange} />
}

/** After the point, of a number of one's own. */
const MOST_DIGITS = 6

/** The input for any field, by its type. Controlled: for a form's `Controller` or on its own. */
export const FieldInput = (props: FieldInputProps) => {
  const { column, value, onChange } = props
  const frame = frameOf(props)
  const { autoFocus: _autoFocus, ...unfocused } = frame
  const text = textOf(value)
  const own = column.field?.custom === true
  const digits = own ? { formatOptions: { maximumFractionDigits: MOST_DIGITS } } : {}
  const setText = (next: string) => onChange(next === '' ? undefined : next)
  if (column.key === 'stageId' || column.field?.target === 'pipelines') return <ChoiceInput {...props} />
  switch (column.type) {
    case 'choice':
      return <ChoiceInput {...props} />
    case 'tags':
      return <TagsInput {...props} />
    case 'emails':
    case 'phones':
      return <ContactEntries {...props} />
    case 'addresses':
      return <AddressEntries {...props} />
    case 'link':
      return <LinkInput {...props} />
    case 'money':
      return <MoneyInput {...props} />
    case 'longText':
      return <TextArea {...frame} value={text} onChange={setText} rows={4} />
    case 'day':
      return <DatePicker {...frame} value={text} onChange={onChange} />
    case 'instant':
      return <InstantInput {...unfocused} value={text || undefined} onChange={onChange} />
    case 'number':
      return (
        <NumberField
          {...frame}
          value={numberOf(value)}
          onChange={onChange}
          {...(!own && { minValue: 0 })}
          {...digits}
        />
      )
    case 'percent':
      return (
        <NumberField
          {...frame}
          value={numberOf(value)}
          onChange={onChange}
          {...(!own && { minValue: 0, maxValue: 100 })}
          {...digits}
        />
      )
    case 'country':
    case 'language':
    case 'currency':
      return <CodeInput {...unfocused} type={column.type} value={text} onChange={onChange} />
    case 'boolean':
      return <BooleanInput {...props} />
    case 'url':
      return <TextField {...frame} type="url" value={text} onChange={setText} />
    case 'choices':
      return <ChoicesInput {...props} />
    case 'email':
      return <EmailText {...frame} value={text} onChange={setText} />
    case 'phone':
      return <PhoneText {...frame} value={text} onChange={setText} />
    case 'consents':
    case 'data':
      return null
    case 'text':
      return <TextField {...frame} value={text} onChange={setText} />
  }
}
