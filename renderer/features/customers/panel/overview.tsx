import { Plus } from 'lucide-react'

import type { Customer } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { type DialogRequest, openDialog } from '../../../view-state/index.ts'
import { LogBox } from '../log/log-box.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { Facts } from './facts.tsx'
import { Deals, People, Tasks } from './related.tsx'
import type { Linked } from './use-customer.ts'

/** What there is nothing of yet, in one line: what can be added. */
const AddFirst = ({ customer, linked }: { customer: Customer; linked: Linked }) => {
  const { t } = useI18n()
  const { id } = customer
  const offers: readonly { label: string; open: DialogRequest; offered: boolean }[] = [
    { label: t('customers.addTask'), open: { kind: 'newTask', customerId: id }, offered: linked.tasks.length === 0 },
    { label: t('customers.addDeal'), open: { kind: 'newDeal', customerId: id }, offered: linked.deals.length === 0 },
    {
      label: t('customers.addPerson'),
      open: { kind: 'newCustomer', companyId: id },
      offered: customer.kind === 'company' && linked.people.length === 0,
    },
  ]
  const shown = offers.filter(({ offered }) => offered)
  if (shown.length === 0) return null
  return (
    <div className="-mx-2 flex flex-wrap">
      {shown.map(({ label, open }) => (
        <Button key={label} small variant="quiet" icon={Plus} onPress={() => openDialog(open)}>
          {label}
        </Button>
      ))}
    </div>
  )
}

/** What is needed before, during and after a talk: facts, the box to log it, what is open, what happened. */
export const Overview = ({ customer, linked }: { customer: Customer; linked: Linked }) => (
  <div className="flex flex-col gap-3 px-[18px] py-3">
    <Facts customer={customer} />
    <LogBox customer={customer} people={linked.people} />
    <Tasks customer={customer} tasks={linked.tasks} />
    <Deals customer={customer} deals={linked.deals} />
    <People customer={customer} people={linked.people} />
    <AddFirst customer={customer} linked={linked} />
    <Timeline customer={customer} linked={linked} />
  </div>
)
