import { generateKeyBetween } from 'fractional-indexing'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'

import {
  type CustomField,
  type CustomFieldType,
  customFieldId,
  customFieldTypes,
  hasOptions,
} from '../../../../../shared/domain/index.ts'
import { useBook } from '../../../../data/index.ts'
import { useTellError } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Button, Dialog, Select, TextField } from '../../../../ui/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'

type Column = Analysis['columns'][number]

const scopeOf = ({ noun, kind }: Analysis): CustomField['scope'] => {
  if (noun === 'deals') return 'deals'
  if (kind === undefined) return 'customers'
  return kind === 'person' ? 'people' : 'companies'
}

/** Choices of a new field, in the order in which the column has them. */
const optionsOf = (names: readonly string[]): NonNullable<CustomField['options']> => {
  let order: string | null = null
  return Object.fromEntries(
    names.map((name) => {
      order = generateKeyBetween(order, null)
      return [uuid(), { name, order }]
    }),
  )
}

/** Makes a field of one's own of a column that fits no other. */
export const NewFieldDialog = ({
  column,
  analysis,
  onClose,
  onMade,
}: {
  column: Column
  analysis: Analysis
  onClose: () => void
  onMade: (path: string) => void
}) => {
  const { t, tx, format, language } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { suggestion } = column
  const [name, setName] = useState(column.header)
  const [type, setType] = useState<CustomFieldType>(suggestion.type)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    setBusy(true)
    const id = customFieldId(uuid())
    try {
      const orders = (await book.db.customFields.toArray()).map(({ order }) => order).filter((order) => order)
      const last = orders.sort().at(-1) ?? null
      await book.write({ key: 'fieldsChanged' }, (draft) => {
        draft.create('customFields', {
          id,
          scope: scopeOf(analysis),
          type,
          names: { [language]: name.trim() },
          order: generateKeyBetween(last, null),
          ...(hasOptions(type) && { options: optionsOf(suggestion.options) }),
        })
      })
      onMade(id)
      onClose()
    } catch (error) {
      tellError(error)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('transfer.newField.title')}
      description={t('transfer.newField.detail')}
      isOpen
      onClose={onClose}
      size="sm"
      onSubmit={(event) => void save(event)}
      footer={
        <>
          <Button onPress={onClose}>{t('transfer.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={name.trim() === ''} isPending={busy}>
            {t('transfer.newField.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField label={t('transfer.newField.name')} value={name} onChange={setName} isRequired autoFocus />
        <Select
          label={t('transfer.newField.type')}
          options={customFieldTypes.map((id) => ({ id, label: tx(`option.customFields.type.${id}`, id) }))}
          value={type}
          onChange={(next) => setType(customFieldTypes.find((each) => each === next) ?? type)}
          {...(hasOptions(type) && {
            description: t('transfer.newField.options', { names: format.list(suggestion.options) }),
          })}
        />
      </div>
    </Dialog>
  )
}
