import { useMemo } from 'react'

import { IDLE_AFTER_DAYS, idleDays } from '../../../shared/domain/deal/age.ts'
import type { Condition, Deal, Pipeline } from '../../../shared/domain/index.ts'
import { useBook, useListItems, useRecords } from '../../data/index.ts'
import { dayAfter, isWithin, localDay, partAround } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect, useValues } from '../../read-model/hooks.ts'
import type { DealsView } from '../../view-state/index.ts'

/** More open deals than this in one pipeline are told, not drawn. */
const MOST = 10_000
const MOST_WON = 500

/** The owners of this device's user, by name; undefined where the user is no owner. */
export const useOwnIds = (): readonly string[] | undefined => {
  const { user } = useBook()
  const owners = useListItems('owner')
  const own = user === undefined ? [] : (owners ?? []).filter(({ name }) => name === user).map(({ id }) => id)
  return own.length > 0 ? own : undefined
}

/** The conditions of the filter that the read model can answer. */
const useConditions = ({ mine, closing }: DealsView, ownIds: readonly string[] | undefined): Condition[] => {
  const { locale } = useI18n()
  const conditions: Condition[] = []
  if (mine && ownIds) conditions.push({ column: 'owner', op: 'is', values: [...ownIds] })
  if (closing === 'overdue') conditions.push({ column: 'expectedClose', op: 'range', to: dayAfter(-1, new Date()) })
  else if (closing)
    conditions.push({
      column: 'expectedClose',
      op: 'range',
      ...partAround(localDay(new Date()), closing, locale),
    })
  return conditions
}

const lastContactColumn = ['lastContact'] as const
const nameColumn = ['name'] as const

const instantOf = (value: string | number | null | undefined): string | undefined => {
  if (value === null || value === undefined) return undefined
  return typeof value === 'number' ? new Date(value).toISOString() : value
}

export type BoardDeals = {
  open: readonly Deal[]
  won: readonly Deal[]
  /** Idle days of each open deal. */
  idle: ReadonlyMap<string, number>
  /** Names of their customers, by the customers' ids. */
  names: ReadonlyMap<string, string>
  /** Whether the first answer is still on its way. */
  loading: boolean
}

/**
 * The deals of a pipeline's board, live: the open ones that the filter lets through, and those won this month.
 * @param overrides what a drop has just changed and the book does not yet show, by deal id
 */
export const useBoardDeals = (
  pipeline: Pipeline,
  view: DealsView,
  text: string,
  overrides: ReadonlyMap<string, Partial<Deal>>,
): BoardDeals => {
  const { locale } = useI18n()
  const ownIds = useOwnIds()
  const inPipeline: Condition = { column: 'pipelineId', op: 'is', values: [pipeline.id] }
  const conditions = useConditions(view, ownIds)
  const base = { noun: 'deals', text, offset: 0 } as const
  const openAnswer = useSelect({
    ...base,
    filter: [inPipeline, { column: 'status', op: 'is', values: ['open'] }, ...conditions],
    limit: MOST,
  })
  const month = partAround(localDay(new Date()), 'month', locale)
  const mine: Condition[] = view.mine && ownIds ? [{ column: 'owner', op: 'is', values: [...ownIds] }] : []
  const wonAnswer = useSelect({
    ...base,
    filter: [
      inPipeline,
      { column: 'status', op: 'is', values: ['won'] },
      { column: 'closedAt', op: 'range', ...month },
      ...mine,
    ],
    sort: { column: 'closedAt', descending: true },
    limit: MOST_WON,
  })
  const ids = useMemo(
    () => [...new Set([...openAnswer.ids, ...wonAnswer.ids, ...overrides.keys()])],
    [openAnswer.ids, wonAnswer.ids, overrides],
  )
  const rows = useRecords('deals', ids)
  const customerIds = useMemo(
    () => [...new Set([...rows.values()].flatMap(({ customerId, companyId }) => customerId ?? companyId ?? []))],
    [rows],
  )
  const customers = useValues('customers', customerIds, nameColumn)
  const names = useMemo(() => new Map([...customers].map(([id, [name]]) => [id, String(name ?? '')])), [customers])
  const contacts = useValues('deals', openAnswer.ids, lastContactColumn)
  return useMemo(() => {
    const now = Date.now()
    const inMonth = ({ closedAt }: Deal) =>
      closedAt !== undefined && isWithin(closedAt, { from: month.from, to: month.to })
    const all = ids.flatMap((id) => {
      const row = rows.get(id)
      return row && row.deletedAt === undefined ? [{ ...row, ...overrides.get(id) }] : []
    })
    const idle = new Map(
      all
        .filter(({ status }) => status === 'open')
        .map((deal) => [deal.id, idleDays(deal, instantOf(contacts.get(deal.id)?.[0]), now)]),
    )
    const isIdle = ({ id }: Deal) => (idle.get(id) ?? 0) >= IDLE_AFTER_DAYS
    return {
      open: all.filter(
        (deal) => deal.status === 'open' && deal.pipelineId === pipeline.id && (!view.idle || isIdle(deal)),
      ),
      won: all
        .filter((deal) => deal.status === 'won' && inMonth(deal))
        .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1)),
      idle,
      names,
      loading: (openAnswer.loading && openAnswer.ids.length === 0) || (ids.length > 0 && rows.size === 0),
    }
  }, [
    ids,
    rows,
    names,
    contacts,
    overrides,
    pipeline.id,
    view.idle,
    openAnswer.loading,
    openAnswer.ids,
    month.from,
    month.to,
  ])
}
