import { addDays } from '../../../shared/domain/day.ts'
import type { Condition, Filter } from '../../../shared/domain/index.ts'
import { type Days, partAround, weekOf } from '../../fields/index.ts'
import type { AggregateQuery, SelectQuery } from '../../read-model/api.ts'
import type { ActivityView } from '../../view-state/index.ts'

const PAST = 30

/** The days of a view's period; nothing where it is not narrowed. A locale says where weeks and months begin. */
export const daysOf = ({ period, from, to }: ActivityView, today: string, locale: string): Partial<Days> => {
  switch (period) {
    case 'any':
      return {}
    case 'today':
      return { from: today, to: today }
    case 'week':
      return weekOf(today, locale)
    case 'month':
      return partAround(today, 'month', locale)
    case 'past30':
      return { from: addDays(today, 1 - PAST), to: today }
    case 'own':
      return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  }
}

/** One list that the page is woven of: records of one noun, each on the day of one of its columns. */
export type Source = {
  noun: 'interactions' | 'tasks'
  /** What gives the day. */
  column: 'at' | 'due' | 'doneAt'
  text?: string
  filter: Filter
}

const is = (column: string, value: string | undefined): Condition[] =>
  value === undefined ? [] : [{ column, op: 'is', values: [value] }]

const within = (column: string, { from, to }: Partial<Days>): Condition[] =>
  from === undefined && to === undefined
    ? []
    : [{ column, op: 'range', ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]

/**
 * The sources of a view: open tasks on the day they are due, interactions on the day they happened, done tasks on the
 * day they were done: three at most. What happened with a company is what happened with it or with its people.
 */
export const sourcesOf = (view: ActivityView, text: string, days: Partial<Days>): Source[] => {
  const { kind, state, channel, owner, customerId } = view
  const shared = { ...(text.trim() !== '' && { text }) }
  const tasks = (done: boolean): Source => {
    const column = done ? 'doneAt' : 'due'
    const filter = [
      ...is('state', done ? 'done' : 'open'),
      ...is('owner', owner),
      ...is('customerId', customerId),
      ...within(column, days),
    ]
    return { noun: 'tasks', column, ...shared, filter }
  }
  const who: Filter =
    customerId === undefined
      ? []
      : [{ op: 'any', of: [...is('customerId', customerId), ...is('companyId', customerId)] }]
  const interactions: Source = {
    noun: 'interactions',
    column: 'at',
    ...shared,
    filter: [...is('channel', channel), ...is('owner', owner), ...who, ...within('at', days)],
  }
  const wantsTasks = kind === 'tasks' || (kind === 'all' && channel === undefined)
  return [
    ...(wantsTasks && (kind === 'all' || state !== 'done') ? [tasks(false)] : []),
    ...(kind === 'tasks' ? [] : [interactions]),
    ...(wantsTasks && (kind === 'all' || state !== 'open') ? [tasks(true)] : []),
  ]
}

/** How many of a source there are on each day. */
export const countsQuery = ({ noun, column, text, filter }: Source): AggregateQuery => ({
  noun,
  ...(text !== undefined && { text }),
  filter,
  groupBy: [{ column, unit: 'day' }],
  measures: [{ kind: 'count' }],
})

/** A page of a source, the last day first; records without a day come last. */
export const pageQuery = ({ noun, column, text, filter }: Source, offset: number, limit: number): SelectQuery => ({
  noun,
  ...(text !== undefined && { text }),
  filter,
  sort: { column, descending: true },
  offset,
  limit,
})
