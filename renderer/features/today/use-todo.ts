import { addDays } from '../../../shared/domain/day.ts'
import type { Condition, Task } from '../../../shared/domain/index.ts'
import { byDue, NEXT_DAYS } from '../../../shared/domain/task/rules.ts'
import { useRecords } from '../../data/index.ts'
import { useSelect } from '../../read-model/hooks.ts'

const open: Condition = { column: 'state', op: 'is', values: ['open'] }
const MOST = { overdue: 6, today: 20, next: 6, undated: 4 } as const

export type TodoGroup = { id: keyof typeof MOST; tasks: readonly Task[]; count: number }

const useGroup = (id: keyof typeof MOST, condition: Condition) => {
  const sort = id === 'undated' ? { column: 'createdAt', descending: true } : { column: 'due' }
  return useSelect({ noun: 'tasks', filter: [open, condition], sort, offset: 0, limit: MOST[id] })
}

/** Open tasks by when they are to be done, live: the first of each group and how many there are. */
export const useTodo = (today: string): { groups: readonly TodoGroup[]; loading: boolean } => {
  const overdue = useGroup('overdue', { column: 'due', op: 'range', to: addDays(today, -1) })
  const now = useGroup('today', { column: 'due', op: 'range', from: today, to: today })
  const next = useGroup('next', {
    column: 'due',
    op: 'range',
    from: addDays(today, 1),
    to: addDays(today, NEXT_DAYS),
  })
  const undated = useGroup('undated', { column: 'due', op: 'empty' })
  const ids = [overdue, now, next, undated].flatMap((group) => group.ids)
  const rows = useRecords('tasks', ids)
  const group = (id: TodoGroup['id'], { ids: own, count }: typeof overdue): TodoGroup => {
    const tasks = own.flatMap((one) => rows.get(one) ?? []).filter(({ doneAt }) => doneAt === undefined)
    return { id, tasks: id === 'undated' ? tasks : tasks.toSorted(byDue), count }
  }
  return {
    groups: [group('overdue', overdue), group('today', now), group('next', next), group('undated', undated)],
    loading: [overdue, now, next, undated].some(({ loading }) => loading) || (ids.length > 0 && rows.size === 0),
  }
}
