import { useState } from 'react'

import { customIssueOf } from '../../../../shared/domain/index.ts'
import {
  FieldInput,
  formFields,
  issueText,
  shownField,
  useCatalog,
  useColumnLabel,
  useFormatContext,
  useTellError,
} from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Checkbox, Dialog, Select } from '../../../ui/index.ts'

/** What belongs to one customer alone. */
const OWN = new Set(['kind', 'givenName', 'familyName', 'emails', 'phones', 'addresses', 'birthday', 'tags', 'website'])

/** Gives one field the same value in all selected customers, or clears it. */
export const BulkEditDialog = ({
  count,
  onApply,
  onClose,
}: {
  count: number
  /** `value` undefined clears the field. */
  onApply: (key: string, value: unknown) => Promise<void>
  onClose: () => void
}) => {
  const { t, compare } = useI18n()
  const label = useColumnLabel('customers')
  const tellError = useTellError()
  const catalog = useCatalog()
  const context = useFormatContext()
  const [key, setKey] = useState('status')
  const [value, setValue] = useState<unknown>()
  const [clear, setClear] = useState(false)
  const column = shownField('customers', key, catalog)
  const definition = catalog.definition(key)
  const isRequired = column?.field?.required === true || definition?.required === 'always'
  const issue = definition && value !== undefined ? customIssueOf(definition, value) : undefined
  const mayBeAlike = (name: string): boolean =>
    catalog.access(name, undefined) === 'open' &&
    catalog.definition(name)?.unique !== true &&
    catalog.definition(name)?.fixed !== true
  const fields = formFields('customers', catalog)
    .filter(([name]) => !OWN.has(name) && mayBeAlike(name))
    .map(([id]) => ({ id, label: label(id) }))
    .sort((a, b) => compare(a.label, b.label))
  const ready = clear ? !isRequired : value !== undefined && value !== '' && issue === undefined
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('customers.bulk.edit')}
      description={t('customers.bulk.editHint', { count })}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void onApply(key, clear ? undefined : value).catch(tellError)
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!ready}>
            {t('customers.bulk.apply', { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t('customers.bulk.field')}
          options={fields}
          value={key}
          onChange={(next) => {
            setKey(next ?? key)
            setValue(undefined)
            setClear(false)
          }}
        />
        {column && !clear && (
          <FieldInput
            key={key}
            noun="customers"
            column={column}
            label={t('customers.bulk.value')}
            value={value}
            onChange={setValue}
            errorMessage={definition && issue && issueText(context, definition, { message: issue })}
          />
        )}
        {!isRequired && (
          <Checkbox value={clear} onChange={setClear}>
            {t('customers.bulk.clear')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}
