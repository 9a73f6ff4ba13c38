import { Lock } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Controller } from 'react-hook-form'

import type { FieldGroup, NounName } from '../../shared/domain/index.ts'
import { useI18n } from '../i18n/index.ts'
import { cx, Icon } from '../ui/index.ts'
import { FieldInput } from './field-input.tsx'
import { FieldValue } from './field-value.tsx'
import { formFields } from './form-model.ts'
import { ownText, type Shown, shownField } from './format.ts'
import { useCatalog } from './lookups.ts'
import { issueText } from './own-issue.ts'
import { useColumnLabel, useFormatContext } from './use-format.ts'
import type { RecordForm } from './use-record-form.ts'
import { useTaken } from './use-taken.ts'

const groups: readonly FieldGroup[] = ['identity', 'reach', 'profile', 'business', 'own', 'notes']
const WIDE = new Set(['emails', 'phones', 'addresses', 'longText', 'tags', 'choices'])

/** A field that is only to be read here, and why. */
const ReadOnly = ({
  noun,
  column,
  label,
  value,
  why,
}: {
  noun: NounName
  column: Shown
  label: string
  value: unknown
  why: 'locked' | 'fixed'
}) => {
  const { t } = useI18n()
  const empty = value === undefined || value === null || value === ''
  return (
    <dl className="flex min-w-0 flex-col gap-1">
      <dt className="flex items-center gap-1.5 font-[520] text-ink-muted text-sm">
        {label} <Icon of={Lock} size={12} />
      </dt>
      <dd className="min-w-0 break-words">
        {empty ? <span className="text-ink-faint">—</span> : <FieldValue noun={noun} column={column} value={value} />}
      </dd>
      <dd className="text-ink-faint text-xs">{t(`fields.readOnly.${why}`)}</dd>
    </dl>
  )
}

/** One field of a form, with its label, help, and what is wrong with it. Nothing for one hidden from this role. */
export const FormField = ({
  noun,
  form,
  name,
  hideLabel,
  autoFocus,
}: {
  noun: NounName
  form: RecordForm
  name: string
  hideLabel?: boolean
  autoFocus?: boolean
}) => {
  const context = useFormatContext()
  const catalog = useCatalog()
  const columnLabel = useColumnLabel(noun)
  const column = shownField(noun, name, catalog)
  const siblings = { ...form.record, ...form.watch() }
  const definition = catalog.definition(name)
  const [left, setLeft] = useState<unknown>()
  const taken = useTaken(noun, definition, left, form.record['id'])
  const access = catalog.access(name, form.record[name])
  if (!column || access === 'hidden') return null
  if (access !== 'open')
    return <ReadOnly noun={noun} column={column} label={columnLabel(name)} value={form.getValues(name)} why={access} />
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => {
        const clash = taken !== undefined && left === field.value
        const issue = clash ? { message: 'fields.issue.taken', types: { by: taken.name } } : fieldState.error
        return (
          <FieldInput
            noun={noun}
            column={column}
            label={columnLabel(name)}
            value={field.value}
            onChange={(next) => field.onChange(next ?? null)}
            onBlur={() => {
              field.onBlur()
              setLeft(field.value)
            }}
            siblings={siblings}
            description={definition && ownText(definition.help, context.i18n.language)}
            isRequired={catalog.isRequired(noun, name, siblings)}
            errorMessage={issue && issueText(context, definition, issue, siblings)}
            {...(hideLabel && { hideLabel })}
            {...(autoFocus && { autoFocus })}
          />
        )
      }}
    />
  )
}

/**
 * The fields of a noun by groups, from its schema; of one's own those that are required come first. `only` limits
 * them; `after` stands after a group's fields. The form itself comes from `useRecordForm`.
 */
export const RecordFields = ({
  noun,
  form,
  only,
  autoFocus,
  after,
}: {
  noun: NounName
  form: RecordForm
  only?: readonly string[]
  /** The field that has the focus first. */
  autoFocus?: string
  after?: Partial<Record<FieldGroup, ReactNode>>
}) => {
  const { tx } = useI18n()
  const id = useId()
  const catalog = useCatalog()
  const values = { ...form.record, ...form.watch() }
  const rank = (key: string): number => (catalog.isRequired(noun, key, values) ? 0 : 1)
  const fields = formFields(noun, catalog, values['kind']).filter(([key]) => !only || only.includes(key))
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => {
        const inside = fields.filter(([, field]) => (field.group ?? 'business') === group)
        if (inside.length === 0) return null
        const inOrder = group === 'own' ? inside.sort(([a], [b]) => rank(a) - rank(b)) : inside
        return (
          <section key={group} aria-labelledby={`${id}-${group}`} className="flex flex-col gap-2.5">
            <h3 id={`${id}-${group}`} className="border-line border-b pb-1 font-semibold text-sm">
              {tx(`fieldGroup.${group}`, group)}
            </h3>
            <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
              {inOrder.map(([key, field]) => (
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
