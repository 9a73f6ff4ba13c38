import { isMap } from '../../../../shared/change/index.ts'
import type { CustomField, Field } from '../../../../shared/domain/index.ts'
import { inOrder } from '../../../../shared/order.ts'
import { FieldInput } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Checkbox, Select } from '../../../ui/index.ts'
import type { FieldDraft } from './definition-draft.ts'

/** What a new record begins with. */
export const DefaultInput = ({
  draft,
  field,
  onChange,
  errorMessage,
}: {
  draft: FieldDraft
  /** The field as records will have it. */
  field: Field
  onChange: (value: CustomField['defaultValue']) => void
  errorMessage: string | undefined
}) => {
  const { t } = useI18n()
  const label = t('ownFields.default')
  const { type, defaultValue: value } = draft
  const offered = inOrder(Object.entries(draft.options).map(([id, option]) => ({ ...option, id }))).filter(
    ({ retired, name }) => !retired && name.trim() !== '',
  )
  if (type === 'choice')
    return (
      <Select
        clearable
        label={label}
        description={t('ownFields.defaultHelp')}
        options={offered.map(({ id, name }) => ({ id, label: name }))}
        value={typeof value === 'string' ? value : undefined}
        onChange={onChange}
        errorMessage={errorMessage}
      />
    )
  if (type === 'choices') {
    const held = Array.isArray(value) ? value : []
    return (
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="mb-1 font-[520] text-ink-muted text-sm">{label}</legend>
        {offered.map(({ id, name }) => (
          <Checkbox
            key={id}
            value={held.includes(id)}
            onChange={(chosen) => {
              const next = chosen ? [...held, id] : held.filter((each) => each !== id)
              onChange(next.length > 0 ? next : undefined)
            }}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
    )
  }
  return (
    <FieldInput
      key={type}
      noun={draft.scope === 'deals' ? 'deals' : 'customers'}
      column={{ key: draft.id, type, field }}
      label={type === 'boolean' ? t('ownFields.defaultTicked') : label}
      description={t('ownFields.defaultHelp')}
      value={value}
      errorMessage={errorMessage}
      onChange={(next) => {
        if (next === null || next === undefined || next === false || isMap(next)) onChange(undefined)
        else if (typeof next === 'string' || typeof next === 'number' || typeof next === 'boolean') onChange(next)
      }}
    />
  )
}
