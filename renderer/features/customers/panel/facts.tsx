import { type Customer, mainAddress } from '../../../../shared/domain/index.ts'
import { ConsentSummary, FieldValue, shownField, useCatalog, useColumnLabel } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { FieldList, FieldRow } from '../../../ui/index.ts'

/** What to know before a call, in this order; the rest is under Details. */
const keys = ['phones', 'emails', 'addresses', 'preferredChannel', 'source', 'sourceDetail', 'tags', 'owner', 'notes']

/** The few facts of a customer that are looked at most; only those that are known. */
export const Facts = ({ customer }: { customer: Customer }) => {
  const { t } = useI18n()
  const label = useColumnLabel('customers')
  const catalog = useCatalog()
  const own = catalog.own.flatMap(({ id, scope }) => (scope === 'deals' ? [] : [id]))
  const known = [...keys, ...own].filter((key) => Reflect.get(customer, key) !== undefined)
  if (known.length === 0 && !mainAddress(customer)) return null
  return (
    <FieldList>
      {known.map((key) => {
        const column = shownField('customers', key, catalog)
        return (
          column && (
            <FieldRow key={key} label={label(key)}>
              <FieldValue noun="customers" column={column} value={Reflect.get(customer, key)} record={customer} />
            </FieldRow>
          )
        )
      })}
      <FieldRow label={t('privacy.section')}>
        <ConsentSummary customer={customer} />
      </FieldRow>
    </FieldList>
  )
}
