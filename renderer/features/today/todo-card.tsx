import { Link } from '@tanstack/react-router'
import { CheckCheck, Plus } from 'lucide-react'
import { useRef } from 'react'

import type { Task } from '../../../shared/domain/index.ts'
import { useLinkedNames, useTaskActions } from '../../fields/index.ts'
import type { MessageKey } from '../../i18n/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Card, cx, EmptyState } from '../../ui/index.ts'
import { openDialog, resetActivityView } from '../../view-state/index.ts'
import { RowSkeletons } from './row.tsx'
import { TaskRow } from './task-row.tsx'
import { type TodoGroup, useTodo } from './use-todo.ts'

const groupNames = {
  overdue: 'today.groupOverdue',
  today: 'today.groupToday',
  next: 'today.groupNext',
  undated: 'today.groupUndated',
} as const satisfies Record<TodoGroup['id'], MessageKey>

const showOpenTasks = () => resetActivityView({ kind: 'tasks', state: 'open' })

const MoreTasks = ({ count }: { count: number }) => {
  const { t } = useI18n()
  return (
    <Link
      to="/activity"
      onClick={showOpenTasks}
      className="block border-line border-t py-[7px] text-ink-muted hover:text-accent hover:underline"
    >
      {t('today.more', { count })}
    </Link>
  )
}

/** What is to be done: overdue, today, in the next days. A task is ticked off or put off in place. */
export const TodoCard = ({ today }: { today: string }) => {
  const { t, format } = useI18n()
  const { tick } = useTaskActions()
  const { groups, loading } = useTodo(today)
  const names = useLinkedNames(groups.flatMap(({ tasks }) => tasks))
  const list = useRef<HTMLDivElement>(null)
  const filled = groups.filter(({ tasks }) => tasks.length > 0)
  const due = groups.slice(0, 2).reduce((sum, { count }) => sum + count, 0)

  /** The ticked line goes away: the keyboard goes on with the next one. */
  const onTick = (task: Task) => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
    const at = boxes.findIndex((box) => box.matches(':focus'))
    if (at >= 0) (boxes[at + 1] ?? boxes[at - 1])?.focus()
    tick(task)
  }

  return (
    <Card
      title={t('today.todo')}
      aside={
        due > 0 ? (
          format.number(due)
        ) : (
          <Link to="/activity" onClick={showOpenTasks} className="hover:text-accent hover:underline">
            {t('today.allTasks')}
          </Link>
        )
      }
    >
      {loading && filled.length === 0 && <RowSkeletons count={5} />}
      {!loading && filled.length === 0 && (
        <EmptyState
          small
          icon={CheckCheck}
          title={t('today.nothingDue')}
          action={
            <Button small icon={Plus} onPress={() => openDialog({ kind: 'newTask' })}>
              {t('today.addTask')}
            </Button>
          }
        >
          {t('today.nothingDueHint')}
        </EmptyState>
      )}
      <div ref={list}>
        {filled.map(({ id, tasks, count }) => (
          <section key={id} aria-label={t(groupNames[id])}>
            <h3
              className={cx(
                'pt-2.5 pb-0.5 font-[560] text-xs uppercase tracking-wide',
                id === 'overdue' ? 'text-red' : 'text-ink-faint',
              )}
            >
              {t(groupNames[id])}
            </h3>
            <ul>
              {tasks.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  today={today}
                  customer={names.customer(task.customerId)}
                  deal={names.deal(task.dealId)}
                  onTick={onTick}
                />
              ))}
            </ul>
            {count > tasks.length && <MoreTasks count={count - tasks.length} />}
          </section>
        ))}
      </div>
    </Card>
  )
}
