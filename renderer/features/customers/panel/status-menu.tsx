import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'

import { type Customer, customerStatuses, displayName } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { statusTone } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Icon, Menu } from '../../../ui/index.ts'

/** The status of a customer, changed by two presses: a lead becomes a customer. */
export const StatusMenu = ({ customer }: { customer: Customer }) => {
  const { t, tx } = useI18n()
  const book = useBook()
  const labelOf = (status: string) => tx(`option.customers.status.${status}`, status)
  const set = (status: Customer['status']) =>
    book.write({ key: 'customerChanged', params: { name: displayName(customer) } }, (draft) =>
      draft.update('customers', customer.id, { status }),
    )
  return (
    <Menu
      trigger={
        <AriaButton
          aria-label={t('customers.changeStatus', { status: labelOf(customer.status) })}
          className="rounded-full"
        >
          <Badge tone={statusTone(customer.status)}>
            {labelOf(customer.status)}
            <Icon of={ChevronDown} size={11} />
          </Badge>
        </AriaButton>
      }
      items={customerStatuses.map((status) => ({
        id: status,
        label: labelOf(status),
        selected: status === customer.status,
        onAction: () => void set(status),
      }))}
    />
  )
}
