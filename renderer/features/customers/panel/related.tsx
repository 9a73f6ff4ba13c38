import { Link } from '@tanstack/react-router'

import { type Customer, type Deal, displayName, initials, type Task } from '../../../../shared/domain/index.ts'
import { statusTone, useLabels, useTaskActions, useToday } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Avatar, Badge, Checkbox, cx } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { Section } from './section.tsx'

const lineClass = 'flex min-h-7 min-w-0 items-center gap-2 rounded-md py-0.5'
const linkClass = cx(lineClass, '-mx-1.5 px-1.5 hover:bg-sunk/60')

const DealLine = ({ deal }: { deal: Deal }) => {
  const { tx, format } = useI18n()
  const { stage } = useLabels()
  const open = deal.status === 'open'
  return (
    <Link to="/deals/$id" params={{ id: deal.id }} className={linkClass}>
      <bdi className="min-w-0 flex-1 truncate">{deal.title}</bdi>
      <Badge tone={statusTone(deal.status)}>
        {open ? stage(deal.stageId, deal.pipelineId) : tx(`option.deals.status.${deal.status}`, deal.status)}
      </Badge>
      {deal.value !== undefined && <span>{format.money(deal.value, deal.currency)}</span>}
    </Link>
  )
}

/** The deals of a customer: open ones first. */
export const Deals = ({ customer, deals }: { customer: Customer; deals: readonly Deal[] }) => {
  const { t } = useI18n()
  const sorted = [...deals].sort((a, b) => Number(b.status === 'open') - Number(a.status === 'open'))
  return (
    <Section
      title={t('noun.deals.title')}
      addLabel={t('customers.addDeal')}
      onAdd={() => openDialog({ kind: 'newDeal', customerId: customer.id })}
      items={sorted}
      draw={(deal) => <DealLine deal={deal} />}
    />
  )
}

const TaskLine = ({ task }: { task: Task }) => {
  const { t, format } = useI18n()
  const { tick } = useTaskActions()
  const today = useToday()
  const done = task.doneAt !== undefined
  const late = !done && task.due !== undefined && task.due < today
  return (
    <div className={lineClass}>
      <Checkbox value={done} onChange={() => tick(task)} aria-label={t('customers.tickOff', { name: task.title })} />
      <button
        type="button"
        aria-label={t('customers.editTask', { name: task.title })}
        onClick={() => openDialog({ kind: 'editTask', id: task.id })}
        className="min-w-0 flex-1 truncate rounded-sm text-start hover:text-accent"
      >
        <bdi className={cx(done && 'text-ink-faint line-through')}>{task.title}</bdi>
      </button>
      {task.due !== undefined && (
        <span className={cx('flex-none text-xs', late ? 'font-[560] text-red' : 'text-ink-faint')}>
          {late && <span className="sr-only">{t('customers.overdue')} </span>}
          {format.day(task.due, 'relative')}
        </span>
      )}
    </div>
  )
}

const DONE_SHOWN = 3
const FAR = '9999'

/** The tasks about a customer: what is due first, then the last ones done. */
export const Tasks = ({ customer, tasks }: { customer: Customer; tasks: readonly Task[] }) => {
  const { t } = useI18n()
  const open = tasks.filter(({ doneAt }) => doneAt === undefined)
  const done = tasks
    .filter(({ doneAt }) => doneAt !== undefined)
    .sort((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? 1 : -1))
  const sorted = open.sort((a, b) => ((a.due ?? FAR) < (b.due ?? FAR) ? -1 : 1))
  return (
    <Section
      title={t('noun.tasks.title')}
      addLabel={t('customers.addTask')}
      onAdd={() => openDialog({ kind: 'newTask', customerId: customer.id })}
      items={[...sorted, ...done.slice(0, DONE_SHOWN)]}
      draw={(task) => <TaskLine key={task.id} task={task} />}
    />
  )
}

const PersonLine = ({ person }: { person: Customer }) => {
  const name = displayName(person)
  return (
    <Link to="/customers/$id" params={{ id: person.id }} className={linkClass}>
      <Avatar text={initials(name)} />
      <bdi className="truncate">{name}</bdi>
      {person.role !== undefined && <bdi className="truncate text-ink-faint">{person.role}</bdi>}
    </Link>
  )
}

/** The people of a company. */
export const People = ({ customer, people }: { customer: Customer; people: readonly Customer[] }) => {
  const { t } = useI18n()
  return (
    <Section
      title={t('customers.people')}
      addLabel={t('customers.addPerson')}
      onAdd={() => openDialog({ kind: 'newCustomer', companyId: customer.id })}
      items={people}
      draw={(person) => <PersonLine person={person} />}
    />
  )
}
