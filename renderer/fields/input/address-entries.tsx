import { Plus, X } from 'lucide-react'
import { v7 as uuid } from 'uuid'

import { type Address, addressKinds, addressSchema } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, IconButton, Select, TextField } from '../../ui/index.ts'
import { CodeInput } from './code-input.tsx'
import { entriesOf, type InputProps } from './props.ts'

const lines = ['street', 'postcode', 'city', 'region'] as const

const read = (entry: object): Address => {
  const parsed = addressSchema.safeParse(entry)
  return parsed.success ? parsed.data : { kind: 'other' }
}

const AddressEntry = ({
  address,
  onChange,
  onRemove,
}: {
  address: Address
  onChange: (address: Address) => void
  onRemove: () => void
}) => {
  const { t, tx } = useI18n()
  const put = (key: (typeof lines)[number] | 'country', text: string | undefined) => {
    const { [key]: _old, ...rest } = address
    onChange(text ? { ...rest, [key]: text } : rest)
  }
  return (
    <div className="grid grid-cols-2 gap-2 rounded-lg border border-line p-2.5">
      <div className="col-span-2 flex items-center gap-2">
        <Select
          className="flex-1"
          hideLabel
          label={tx('field.address.kind', '')}
          options={addressKinds.map((id) => ({ id, label: tx(`option.address.kind.${id}`, id) }))}
          value={address.kind}
          onChange={(next) => onChange({ ...address, kind: addressKinds.find((kind) => kind === next) ?? 'other' })}
        />
        <IconButton
          icon={X}
          label={t('customers.form.removeEntry', { name: tx(`option.address.kind.${address.kind}`, '') })}
          onPress={onRemove}
        />
      </div>
      {lines.map((key) => (
        <TextField
          key={key}
          className={key === 'street' ? 'col-span-2' : ''}
          label={tx(`field.address.${key}`, key)}
          value={address[key]}
          onChange={(text) => put(key, text)}
        />
      ))}
      <CodeInput
        type="country"
        freeText
        label={tx('field.address.country', '')}
        value={address.country}
        onChange={(country) => put('country', country)}
      />
    </div>
  )
}

/** Postal addresses, each with what it is for. */
export const AddressEntries = ({ label, value, onChange }: InputProps) => {
  const { t } = useI18n()
  const held = entriesOf(value)
  const set = (next: readonly (readonly [string, object])[]) => onChange(Object.fromEntries(next))
  const first: Address = { kind: 'billing' }
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-[520] text-ink-muted text-sm">{label}</legend>
      {held.map(([id, entry], index) => (
        <AddressEntry
          // Entries keep their order, and a new one comes last.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what stays while the entry is edited.
          key={index}
          address={read(entry)}
          onChange={(next) => set(held.map((each) => (each[0] === id ? [id, next] : each)))}
          onRemove={() => set(held.filter(([each]) => each !== id))}
        />
      ))}
      <Button
        small
        variant="quiet"
        icon={Plus}
        className="self-start"
        onPress={() => set([...held, [uuid(), held.length === 0 ? first : { kind: 'shipping' }]])}
      >
        {t('customers.form.addAddress')}
      </Button>
    </fieldset>
  )
}
