import { Link, useNavigate } from '@tanstack/react-router'
import { CalendarClock, CalendarPlus, ContactRound, Ellipsis, Pencil, SquareKanban, Trash2 } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'

import { addDays, daysBetween } from '../../../shared/domain/day.ts'
import type { Interaction, Task } from '../../../shared/domain/index.ts'
import { taskTime } from '../../../shared/domain/task/rules.ts'
import { channelIcon, instantAt, nextWeek, useLabels, useTaskActions } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Badge, Checkbox, cx, Icon, IconButton, Menu, type MenuEntry } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { useRemoveInteraction } from './use-remove-interaction.ts'

type Names = { customer: string | undefined; deal: string | undefined }

/** The frame of a line: its words open it, its buttons stand at the end. */
const Line = ({
  lead,
  title,
  customerId,
  names,
  more,
  end,
  items,
  label,
  onOpen,
}: {
  lead: ReactNode
  title: ReactNode
  customerId: string | undefined
  names: Names
  /** What stands after customer and deal. */
  more?: string | undefined
  end: ReactNode
  items: readonly MenuEntry[]
  label: string
  onOpen: () => void
}) => {
  const { t } = useI18n()
  return (
    <div className="flex h-full items-center gap-3 px-[18px] hover:bg-sunk/50">
      {lead}
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-line
          onClick={onOpen}
          className="block max-w-full cursor-default truncate rounded-sm text-start font-[520] hover:text-accent"
        >
          {title}
        </button>
        <p className="truncate text-ink-faint">
          {customerId !== undefined && names.customer !== undefined && (
            <Link
              to="/customers/$id"
              params={{ id: customerId }}
              className="rounded-sm text-ink-muted hover:text-accent hover:underline"
            >
              <bdi>{names.customer}</bdi>
            </Link>
          )}
          {[names.deal, more]
            .filter((part) => part !== undefined && part !== '')
            .map((part, at) => (
              <Fragment key={part}>
                {(at > 0 || names.customer !== undefined) && ' · '}
                <bdi>{part}</bdi>
              </Fragment>
            ))}
        </p>
      </div>
      <div className="flex flex-none items-center gap-2">{end}</div>
      <Menu
        placement="bottom end"
        trigger={<IconButton small icon={Ellipsis} label={t('activity.more', { name: label })} />}
        items={items}
      />
    </div>
  )
}

const useOpenItems = (customerId: string | undefined, dealId: string | undefined): MenuEntry[] => {
  const { t } = useI18n()
  const navigate = useNavigate()
  return [
    ...(customerId === undefined
      ? []
      : [
          {
            id: 'customer',
            label: t('activity.openCustomer'),
            icon: ContactRound,
            onAction: () => void navigate({ to: '/customers/$id', params: { id: customerId } }),
          },
        ]),
    ...(dealId === undefined
      ? []
      : [
          {
            id: 'deal',
            label: t('activity.openDeal'),
            icon: SquareKanban,
            onAction: () => void navigate({ to: '/deals/$id', params: { id: dealId } }),
          },
        ]),
  ]
}

export const InteractionLine = ({ interaction, names }: { interaction: Interaction; names: Names }) => {
  const { t, format } = useI18n()
  const labels = useLabels()
  const remove = useRemoveInteraction()
  const { id, channel, at, duration, customerId, dealId, subject, text, outcome, nextStep } = interaction
  const openItems = useOpenItems(customerId, dealId)
  const plain = text?.replaceAll(/\s+/g, ' ')
  const said = subject ?? plain ?? labels.item(channel)
  const open = () => openDialog({ kind: 'editInteraction', id })
  return (
    <Line
      lead={
        <span className="grid size-6 flex-none place-items-center rounded-full bg-sunk text-ink-muted">
          <Icon of={channelIcon(channel)} size={13} />
          <span className="sr-only">{labels.item(channel)}</span>
        </span>
      }
      title={<bdi>{said}</bdi>}
      customerId={customerId}
      names={names}
      more={subject === undefined ? undefined : plain}
      end={
        <>
          {outcome !== undefined && <Badge>{labels.item(outcome)}</Badge>}
          {duration !== undefined && (
            <span className="text-ink-faint text-xs @max-[620px]:hidden">{format.duration(duration)}</span>
          )}
          <time dateTime={at} className="w-14 text-end text-ink-muted text-xs tabular-nums">
            {format.instant(at, 'time')}
          </time>
        </>
      }
      label={said}
      onOpen={open}
      items={[
        { id: 'edit', label: t('activity.edit'), icon: Pencil, onAction: open },
        {
          id: 'follow',
          label: t('activity.followUp'),
          icon: CalendarPlus,
          onAction: () =>
            openDialog({
              kind: 'newTask',
              ...(customerId !== undefined && { customerId }),
              ...(dealId !== undefined && { dealId }),
              ...(nextStep !== undefined && { title: nextStep }),
            }),
        },
        ...openItems,
        { separator: 'delete' },
        { id: 'delete', label: t('activity.delete'), icon: Trash2, danger: true, onAction: () => remove(id) },
      ]}
    />
  )
}

export const TaskLine = ({ task, names, today }: { task: Task; names: Names; today: string }) => {
  const { t, format, locale } = useI18n()
  const { tick, putOff, remove } = useTaskActions()
  const { id, title, due, dueTime, doneAt, customerId, dealId, notes } = task
  const openItems = useOpenItems(customerId, dealId)
  const time = taskTime(task, today)
  const at = due !== undefined && dueTime !== undefined ? instantAt(due, dueTime.padStart(5, '0')) : doneAt
  const edit = () => openDialog({ kind: 'editTask', id })
  const later = (name: string, key: string, day: string): MenuEntry => ({
    id: key,
    label: t('activity.putOffTo', { name, day: format.day(day, 'short') }),
    icon: CalendarClock,
    onAction: () => putOff(task, day),
  })
  return (
    <Line
      lead={
        <span className="grid size-6 flex-none place-items-center">
          <Checkbox
            aria-label={t('activity.tick', { name: title })}
            value={time === 'done'}
            onChange={() => tick(task)}
          />
        </span>
      }
      title={<bdi className={cx(time === 'done' && 'text-ink-faint line-through')}>{title}</bdi>}
      customerId={customerId}
      names={names}
      more={notes?.replaceAll(/\s+/g, ' ')}
      end={
        <>
          {time === 'overdue' && due !== undefined && (
            <Badge tone="bad">{t('activity.late', { days: daysBetween(due, today) })}</Badge>
          )}
          {time === 'done' && <Badge tone="good">{t('activity.done')}</Badge>}
          <span className="w-14 text-end text-ink-muted text-xs tabular-nums">
            {at !== undefined && format.instant(at, 'time')}
          </span>
        </>
      }
      label={title}
      onOpen={edit}
      items={[
        { id: 'edit', label: t('activity.edit'), icon: Pencil, onAction: edit },
        ...(time === 'done'
          ? []
          : [
              later(t('activity.tomorrow'), 'tomorrow', addDays(today, 1)),
              later(t('activity.nextWeek'), 'week', nextWeek(today, locale)),
            ]),
        ...openItems,
        { separator: 'delete' },
        { id: 'delete', label: t('activity.delete'), icon: Trash2, danger: true, onAction: () => remove(task) },
      ]}
    />
  )
}
