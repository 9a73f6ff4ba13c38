import { type ReactNode, useId } from 'react'
import { Controller, type UseFormReturn } from 'react-hook-form'

import type { FieldGroup, NounName } from '../../shared/domain/index.ts'
import { useI18n } from '../i18n/index.ts'
import { cx } from '../ui/index.ts'
import { FieldInput } from './field-input.tsx'
import { type FormValues, formFields } from './form-model.ts'
import { shownField } from './format.ts'
import { useCatalog } from './lookups.ts'
import { useColumnLabel } from './use-format.ts'

const groups: readonly FieldGroup[] = ['identity', 'reach', 'profile', 'business', 'own', 'notes']
const WIDE = new Set(['emails', 'phones', 'addresses', 'longText', 'tags'])

/** One field of a form, with its label and what is wrong with it. */
export const FormField = ({
  noun,
  form,
  name,
  hideLabel,
  autoFocus,
}: {
  noun: NounName
  form: UseFormReturn<FormValues>
  name: string
  hideLabel?: boolean
  autoFocus?: boolean
}) => {
  const { tx } = useI18n()
  const columnLabel = useColumnLabel(noun)
  const column = shownField(noun, name, useCatalog())
  const siblings = form.watch()
  if (!column) return null
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <FieldInput
          noun={noun}
          column={column}
          label={columnLabel(name)}
          value={field.value}
          onChange={(next) => field.onChange(next ?? null)}
          onBlur={field.onBlur}
          siblings={siblings}
          isRequired={column.field?.required === true}
          errorMessage={fieldState.error && tx(fieldState.error.message ?? '', fieldState.error.message ?? '')}
          {...(hideLabel && { hideLabel })}
          {...(autoFocus && { autoFocus })}
        />
      )}
    />
  )
}

/**
 * The fields of a noun by groups, from its schema. `only` limits them; `aside` stands after a group's fields.
 * The form itself comes from `useRecordForm`.
 */
export const RecordFields = ({
  noun,
  form,
  only,
  autoFocus,
  after,
}: {
  noun: NounName
  form: UseFormReturn<FormValues>
  only?: readonly string[]
  /** The field that has the focus first. */
  autoFocus?: string
  after?: Partial<Record<FieldGroup, ReactNode>>
}) => {
  const { tx } = useI18n()
  const id = useId()
  const catalog = useCatalog()
  const fields = formFields(noun, catalog, form.watch('kind')).filter(([key]) => !only || only.includes(key))
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => {
        const inside = fields.filter(([, field]) => (field.group ?? 'business') === group)
        if (inside.length === 0) return null
        return (
          <section key={group} aria-labelledby={`${id}-${group}`} className="flex flex-col gap-2.5">
            <h3 id={`${id}-${group}`} className="border-line border-b pb-1 font-semibold text-sm">
              {tx(`fieldGroup.${group}`, group)}
            </h3>
            <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
              {inside.map(([key, field]) => (
                <div key={key} className={cx('min-w-0', WIDE.has(field.type) && 'col-span-2')}>
                  <FormField noun={noun} form={form} name={key} autoFocus={key === autoFocus} />
                </div>
              ))}
            </div>
            {after?.[group]}
          </section>
        )
      })}
    </div>
  )
}
