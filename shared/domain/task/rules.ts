import { addDays } from '../day.ts'
import type { Task } from './task.ts'

/** How far ahead the next days reach, today not counted. */
export const NEXT_DAYS = 7

export type TaskTime = 'overdue' | 'today' | 'next' | 'later' | 'undated' | 'done'

type Timed = Pick<Task, 'due' | 'doneAt'>

/** Where a task stands seen from `today` (`YYYY-MM-DD`). A task is overdue from the day after it was due. */
export const taskTime = ({ due, doneAt }: Timed, today: string): TaskTime => {
  if (doneAt !== undefined) return 'done'
  if (due === undefined) return 'undated'
  if (due < today) return 'overdue'
  if (due === today) return 'today'
  return due <= addDays(today, NEXT_DAYS) ? 'next' : 'later'
}

/** `9:30` and `09:30` are the same time. Tasks of the day without a time come after those with one. */
const clock = (time: string | undefined): string => time?.padStart(5, '0') ?? '~'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order in which open tasks are to be done: by day, then by time, then in the order they were written down. */
export const byDue = (a: Pick<Task, 'id' | 'due' | 'dueTime'>, b: Pick<Task, 'id' | 'due' | 'dueTime'>): number =>
  compare(a.due ?? '~', b.due ?? '~') || compare(clock(a.dueTime), clock(b.dueTime)) || compare(a.id, b.id)

/** The fields that change when a task is ticked off at `now` (ISO instant), or taken up again. */
export const tickTask = (task: Timed, now: string) => ({ doneAt: task.doneAt === undefined ? now : null }) as const
