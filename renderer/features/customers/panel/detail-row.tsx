import { PencilLine } from 'lucide-react'
import { useState } from 'react'

import { type Customer, displayName } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import {
  FieldValue,
  FormField,
  shownField,
  useCatalog,
  useColumnLabel,
  useRecordForm,
  useTellError,
} from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'

/** The input in the place of the value; Enter or the button saves, Escape leaves it as it was. */
const DetailForm = ({ customer, name, onDone }: { customer: Customer; name: string; onDone: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'customers',
    keys: [name],
    before: customer,
    onSave: async (changed) => {
      try {
        await book.write({ key: 'customerChanged', params: { name: displayName(customer) } }, (draft) =>
          draft.setPaths('customers', customer.id, changed),
        )
        onDone()
      } catch (error) {
        tellError(error)
      }
    },
  })
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        onKeyDown(event)
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
      className="col-span-2 flex flex-col gap-2 rounded-lg bg-canvas p-2.5"
    >
      <FormField noun="customers" form={form} name={name} autoFocus />
      <div className="flex justify-end gap-1.5">
        <Button small onPress={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button small variant="primary" type="submit">
          {t('customers.save')}
        </Button>
      </div>
    </form>
  )
}

/** One field of a customer with its value, edited in its place. */
export const DetailRow = ({ customer, name }: { customer: Customer; name: string }) => {
  const { t } = useI18n()
  const label = useColumnLabel('customers')(name)
  const [editing, setEditing] = useState(false)
  const catalog = useCatalog()
  const column = shownField('customers', name, catalog)
  const value = customer[name as keyof Customer]
  if (!column) return null
  if (editing) return <DetailForm customer={customer} name={name} onDone={() => setEditing(false)} />
  return (
    <div className="group/row col-span-2 grid min-h-6 grid-cols-subgrid items-start">
      <dt className="pt-0.5 text-ink-faint">{label}</dt>
      <dd className="flex min-w-0 items-start gap-1">
        <div className="min-w-0 flex-1 break-words pt-0.5">
          {value === undefined ? (
            <span className="text-ink-faint">—</span>
          ) : (
            <FieldValue noun="customers" column={column} value={value} record={customer} />
          )}
        </div>
        {column.field?.system !== true && catalog.access(name, value) === 'open' && (
          <IconButton
            small
            icon={PencilLine}
            label={t('customers.editField', { field: label })}
            className="opacity-0 focus-visible:opacity-100 group-hover/row:opacity-100"
            onPress={() => setEditing(true)}
          />
        )}
      </dd>
    </div>
  )
}
