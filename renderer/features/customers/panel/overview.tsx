import type { Customer } from '../../../../shared/domain/index.ts'
import { LogBox } from '../log/log-box.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { Facts } from './facts.tsx'
import { Deals, People, Tasks } from './related.tsx'
import type { Linked } from './use-customer.ts'

/** What is needed before, during and after a talk: facts, the box to log it, what is open, what happened. */
export const Overview = ({ customer, linked }: { customer: Customer; linked: Linked }) => (
  <div className="flex flex-col gap-3 px-[18px] py-3">
    <Facts customer={customer} />
    <LogBox customer={customer} people={linked.people} />
    <Tasks customer={customer} tasks={linked.tasks} />
    <Deals customer={customer} deals={linked.deals} />
    {(customer.kind === 'company' || linked.people.length > 0) && <People customer={customer} people={linked.people} />}
    <Timeline customer={customer} linked={linked} />
  </div>
)
