import { type Catalog, type Customer, displayName } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { formFields, RecordFields, useCatalog, useRecordForm, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'

const keysOf = (catalog: Catalog): string[] =>
  formFields('customers', catalog)
    .map(([key]) => key)
    .filter((key) => key !== 'lastContactAt')

/** The whole form of a customer. Only what was changed is written. */
export const EditCustomerDialog = ({
  customer,
  focus,
  onClose,
}: {
  customer: Customer
  /** The field to begin with. */
  focus?: string | undefined
  onClose: () => void
}) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const catalog = useCatalog()
  const keys = keysOf(catalog)
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'customers',
    keys,
    before: customer,
    onSave: async (changed) => {
      try {
        await book.write({ key: 'customerChanged', params: { name: displayName(customer) } }, (draft) =>
          draft.setPaths('customers', customer.id, changed),
        )
        onClose()
      } catch (error) {
        tellError(error)
      }
    },
  })
  const company = form.watch('kind') === 'company'
  const only = keys.filter(
    (key) => !company || !['givenName', 'familyName', 'companyId', 'role', 'birthday'].includes(key),
  )
  return (
    <Dialog
      isOpen
      size="lg"
      isDirty={form.formState.isDirty}
      title={t('customers.edit')}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={form.formState.isSubmitting}>
            {t('customers.save')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter of the fields inside bubbles here */}
      <div onKeyDown={onKeyDown}>
        <RecordFields
          noun="customers"
          form={form}
          only={only}
          autoFocus={focus ?? (company ? 'companyName' : 'givenName')}
        />
      </div>
    </Dialog>
  )
}
