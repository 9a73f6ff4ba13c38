import { Plus, Star, X } from 'lucide-react'
import { v7 as uuid } from 'uuid'

import { type Email, labels, type Phone } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, IconButton, Select } from '../../ui/index.ts'
import { EmailText } from './email-text.tsx'
import { PhoneText } from './phone-text.tsx'
import { entriesOf, type InputProps } from './props.ts'

type Entry = Pick<Email & Phone, 'value' | 'label' | 'primary'>

const textOf = (entry: object): string => ('value' in entry && typeof entry.value === 'string' ? entry.value : '')
const labelOf = (entry: object): string | undefined =>
  'label' in entry && typeof entry.label === 'string' ? entry.label : undefined
const isPrimary = (entry: object): boolean => 'primary' in entry && entry.primary === true

/** Without what is undefined or false: absent in the record. */
const tidy = (entry: { [K in keyof Entry]: Entry[K] | undefined }): object =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== false))

/** E-mails or phones: a line for each, with its label, which one is the main one, and a way to add another. */
export const ContactEntries = ({ column, label, value, onChange, errorMessage, autoFocus }: InputProps) => {
  const { t, tx } = useI18n()
  const kind = column.type === 'emails' ? 'email' : 'phone'
  const Text = kind === 'email' ? EmailText : PhoneText
  const held = entriesOf(value)
  const rows = held.length > 0 ? held : [['new', { value: '' }] as const]
  const set = (next: readonly (readonly [string, object])[]) => onChange(Object.fromEntries(next))
  const change = (id: string, patch: Partial<{ [K in keyof Entry]: Entry[K] | undefined }>) =>
    set(
      rows.map(([each, entry]) =>
        each === id
          ? [id === 'new' ? uuid() : id, tidy({ value: textOf(entry), ...entry, ...patch })]
          : [each, patch.primary ? tidy({ ...entry, value: textOf(entry), primary: undefined }) : entry],
      ),
    )
  const name = tx(`field.${kind}.value`, label)
  const choices = labels.map((id) => ({ id, label: tx(`option.entry.label.${id}`, id) }))
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 font-[520] text-ink-muted text-sm">{label}</legend>
      {rows.map(([id, entry], index) => {
        const text = textOf(entry)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first entry gets its id while it is typed.
          <div key={index} className="flex items-start gap-1.5">
            <Text
              className="min-w-0 flex-1"
              hideLabel
              label={name}
              value={text}
              onChange={(next) => change(id, { value: next })}
              {...(index === 0 && errorMessage ? { errorMessage } : {})}
              {...(autoFocus && index === 0 ? { autoFocus } : {})}
            />
            <Select
              className="w-28"
              hideLabel
              clearable
              label={tx('field.entry.label', '')}
              placeholder={tx('field.entry.label', '')}
              options={choices}
              value={labelOf(entry) ?? null}
              onChange={(next) => change(id, { label: labels.find((each) => each === next) })}
            />
            {rows.length > 1 && (
              <IconButton
                icon={Star}
                label={isPrimary(entry) ? t('customers.form.isMain') : t('customers.form.makeMain')}
                className={isPrimary(entry) ? 'text-accent [&_svg]:fill-current' : ''}
                aria-pressed={isPrimary(entry)}
                onPress={() => change(id, { primary: !isPrimary(entry) })}
              />
            )}
            {rows.length > 1 && (
              <IconButton
                icon={X}
                label={t('customers.form.removeEntry', { name: text || name })}
                onPress={() => set(held.filter(([each]) => each !== id))}
              />
            )}
          </div>
        )
      })}
      {held.length > 0 && (
        <Button
          small
          variant="quiet"
          icon={Plus}
          className="self-start"
          onPress={() => set([...held, [uuid(), { value: '' }]])}
        >
          {t(kind === 'email' ? 'customers.form.addEmail' : 'customers.form.addPhone')}
        </Button>
      )}
    </fieldset>
  )
}
