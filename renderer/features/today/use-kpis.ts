import type { Condition } from '../../../shared/domain/index.ts'
import { partAround } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import type { AggregateQuery, AggregateRow, Measure } from '../../read-model/api.ts'
import { type Live, useAggregate } from '../../read-model/hooks.ts'
import { sumsOf } from './sums.ts'

const count: Measure = { kind: 'count' }
const value: Measure = { kind: 'sum', column: 'value' }
const is = (column: string, ...values: string[]): Condition => ({ column, op: 'is', values })

const wonIn = ({ from, to }: { from: string; to: string }): AggregateQuery => ({
  noun: 'deals',
  filter: [is('status', 'won'), { column: 'closedAt', op: 'range', from, to }],
  groupBy: [{ column: 'currency' }],
  measures: [count, value],
})

const total = (rows: readonly AggregateRow[]): number => rows.reduce((sum, { values: [own = 0] }) => sum + own, 0)

/** Someone new in this month who has not bought yet: also those who have become more than a lead since. */
const NEW_STATUSES = ['lead', 'prospect'] as const

/** The numbers at the head of Today, live; undefined until all are there. */
export const useKpis = (today: string, currency: string) => {
  const { locale } = useI18n()
  const month = partAround(today, 'month', locale)
  const before = partAround(today, 'month', locale, -1)
  const due = useAggregate({
    noun: 'tasks',
    filter: [is('state', 'open'), { column: 'due', op: 'range', to: today }],
    groupBy: [{ column: 'due', unit: 'day' }],
    measures: [count],
  })
  const open = useAggregate({
    noun: 'deals',
    filter: [is('status', 'open')],
    groupBy: [{ column: 'currency' }],
    measures: [count, value, { kind: 'weighted' }],
  })
  const won = useAggregate(wonIn(month))
  const wonBefore = useAggregate(wonIn(before))
  const leads = useAggregate({
    noun: 'customers',
    filter: [is('status', ...NEW_STATUSES), { column: 'createdAt', op: 'range', ...month }],
    groupBy: [{ column: 'source' }],
    measures: [count],
  })
  const all: readonly Live<AggregateRow[]>[] = [due, open, won, wonBefore, leads]
  if (all.some(({ data }) => data === undefined)) return undefined
  const dueRows = due.data ?? []
  const leadRows = leads.data ?? []
  const best = leadRows
    .filter(({ keys: [source] }) => source !== '')
    .toSorted((a, b) => total([b]) - total([a]))
    .at(0)
  return {
    month,
    before,
    overdue: total(dueRows.filter(({ keys: [day = ''] }) => day < today)),
    dueToday: total(dueRows.filter(({ keys: [day = ''] }) => day === today)),
    pipeline: sumsOf(open.data ?? [], currency),
    won: sumsOf(won.data ?? [], currency),
    wonBefore: sumsOf(wonBefore.data ?? [], currency),
    leads: { count: total(leadRows), best: best && { source: best.keys[0] ?? '', count: total([best]) } },
  }
}
