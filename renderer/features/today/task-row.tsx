import { addDays, daysBetween } from '../../../shared/domain/day.ts'
import type { Task } from '../../../shared/domain/index.ts'
import { instantAt, nextWeek, useTaskActions } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Badge, Checkbox } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { CustomerName } from './customer-name.tsx'
import { PutOffMenu } from './put-off-menu.tsx'
import { Row, RowButton } from './row.tsx'

const DueBadge = ({ task, today }: { task: Task; today: string }) => {
  const { t, format } = useI18n()
  const { due, dueTime } = task
  if (due === undefined) return null
  if (due < today) return <Badge tone="bad">{t('today.late', { days: daysBetween(due, today) })}</Badge>
  const at = dueTime === undefined ? undefined : instantAt(due, dueTime.padStart(5, '0'))
  const time = at === undefined ? '' : format.instant(at, 'time')
  if (due === today) return time === '' ? null : <Badge>{time}</Badge>
  return <Badge>{[format.day(due, 'relative'), time].filter(Boolean).join(' ')}</Badge>
}

/** A task with what can be done at once: tick off, put off, open it, its customer. */
export const TaskRow = ({
  task,
  today,
  customer,
  deal,
  onTick,
}: {
  task: Task
  today: string
  customer: string | undefined
  deal: string | undefined
  onTick: (task: Task) => void
}) => {
  const { t, locale } = useI18n()
  const { putOff } = useTaskActions()
  const { id, title, customerId, dealId } = task
  const edit = () => openDialog({ kind: 'editTask', id })
  return (
    <Row
      lead={<Checkbox aria-label={t('today.tick', { name: title })} value={false} onChange={() => onTick(task)} />}
      title={
        <RowButton onPress={edit}>
          <bdi>{title}</bdi>
        </RowButton>
      }
      {...((customerId !== undefined || dealId !== undefined) && {
        detail: (
          <>
            {/* Keeps the line's height while the names load. */}
            {'\u200b'}
            {customerId !== undefined && customer !== undefined && (
              <CustomerName quiet id={customerId} name={customer} />
            )}
            {customer !== undefined && deal !== undefined && ' · '}
            {deal !== undefined && <bdi>{deal}</bdi>}
          </>
        ),
      })}
    >
      <DueBadge task={task} today={today} />
      <PutOffMenu
        label={t('today.putOff', { name: title })}
        days={[
          { id: 'tomorrow', label: t('today.tomorrow'), day: addDays(today, 1) },
          { id: 'week', label: t('today.nextWeek'), day: nextWeek(today, locale) },
        ]}
        onChoose={(day) => putOff(task, day)}
        onOther={edit}
      />
    </Row>
  )
}
