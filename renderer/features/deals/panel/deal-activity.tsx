import { Plus } from 'lucide-react'

import type { Deal, Interaction, Task } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { localDay, useLabels, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Checkbox, cx } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { QuickLog } from './quick-log.tsx'

const TaskLine = ({ task }: { task: Task }) => {
  const { format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const done = task.doneAt !== undefined
  const late = !done && task.due !== undefined && task.due < localDay(new Date())
  const toggle = () =>
    book.write({ key: done ? 'taskReopened' : 'taskDone', params: { name: task.title } }, (draft) =>
      draft.update('tasks', task.id, { doneAt: done ? null : new Date().toISOString() }),
    )
  return (
    <li className="flex items-start gap-2 py-1">
      <Checkbox className="min-w-0 flex-1" value={done} onChange={() => void toggle().catch(tellError)}>
        <span className={cx('break-words', done && 'text-ink-faint line-through')} dir="auto">
          {task.title}
        </span>
      </Checkbox>
      {task.due !== undefined && (
        <span className={cx('flex-none text-xs', late ? 'text-red' : 'text-ink-faint')}>
          {format.day(task.due, 'relative')}
        </span>
      )}
    </li>
  )
}

const InteractionLine = ({ interaction }: { interaction: Interaction }) => {
  const { format } = useI18n()
  const labels = useLabels()
  const { subject, text } = interaction
  return (
    <li className="border-line border-s-2 ps-3 pb-3">
      <p className="flex items-baseline gap-2">
        <span className="font-[560]">{labels.item(interaction.channel)}</span>
        {interaction.outcome !== undefined && (
          <span className="text-ink-muted">{labels.item(interaction.outcome)}</span>
        )}
        <time dateTime={interaction.at} className="ms-auto flex-none text-ink-faint text-xs">
          {format.instant(interaction.at, 'relative')}
        </time>
      </p>
      {subject !== undefined && (
        <p className="break-words" dir="auto">
          {subject}
        </p>
      )}
      {text !== undefined && (
        <p className="whitespace-pre-wrap break-words text-ink-muted" dir="auto">
          {text}
        </p>
      )}
    </li>
  )
}

const byDue = (a: Task, b: Task): number =>
  Number(a.doneAt !== undefined) - Number(b.doneAt !== undefined) || ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)

/** The tasks and interactions of a deal, with a box to write down the next one. */
export const DealActivity = ({
  deal,
  tasks,
  interactions,
}: {
  deal: Deal
  tasks: readonly Task[] | undefined
  interactions: readonly Interaction[] | undefined
}) => {
  const { t } = useI18n()
  const newTask = () =>
    openDialog({
      kind: 'newTask',
      dealId: deal.id,
      ...(deal.customerId !== undefined && { customerId: deal.customerId }),
    })
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      <QuickLog deal={deal} />
      <section aria-label={t('deals.tasks')}>
        <div className="flex items-center justify-between">
          <h3 className="font-semibold text-sm">{t('deals.tasks')}</h3>
          <Button small variant="quiet" icon={Plus} onPress={newTask}>
            {t('deals.addTask')}
          </Button>
        </div>
        {tasks?.length === 0 && <p className="text-ink-faint">{t('deals.noTasks')}</p>}
        <ul>
          {tasks?.toSorted(byDue).map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      </section>
      <section aria-label={t('deals.interactions')}>
        <h3 className="pb-2 font-semibold text-sm">{t('deals.interactions')}</h3>
        {interactions?.length === 0 && <p className="text-ink-faint">{t('deals.noInteractions')}</p>}
        <ul>
          {interactions
            ?.toSorted((a, b) => (a.at < b.at ? 1 : -1))
            .map((interaction) => (
              <InteractionLine key={interaction.id} interaction={interaction} />
            ))}
        </ul>
      </section>
    </div>
  )
}
