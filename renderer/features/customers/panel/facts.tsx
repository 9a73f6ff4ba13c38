import { type Customer, mainAddress } from '../../../../shared/domain/index.ts'
import { FieldValue, shownField, useColumnLabel } from '../../../fields/index.ts'
import { FieldList, FieldRow } from '../../../ui/index.ts'

/** What to know before a call, in this order; the rest is under Details. */
const keys = ['phones', 'emails', 'addresses', 'preferredChannel', 'source', 'sourceDetail', 'tags', 'owner', 'notes']

/** The few facts of a customer that are looked at most; only those that are known. */
export const Facts = ({ customer }: { customer: Customer }) => {
  const label = useColumnLabel('customers')
  const known = keys.filter((key) => customer[key as keyof Customer] !== undefined)
  if (known.length === 0 && !mainAddress(customer)) return null
  return (
    <FieldList>
      {known.map((key) => {
        const column = shownField('customers', key)
        return (
          column && (
            <FieldRow key={key} label={label(key)}>
              <FieldValue noun="customers" column={column} value={customer[key as keyof Customer]} record={customer} />
            </FieldRow>
          )
        )
      })}
    </FieldList>
  )
}
