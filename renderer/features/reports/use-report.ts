import {
  type Days,
  followUpReport,
  type Grouped,
  overTimeReport,
  pipelineReport,
  type Report,
  spanOf,
  stretchesOf,
  type Unit,
  unitFor,
  wonLostReport,
} from '../../../shared/analytics/index.ts'
import {
  type Condition,
  customerStatuses,
  type Filter,
  type ListName,
  orderedStages,
} from '../../../shared/domain/index.ts'
import { useLookups, useToday, weekOf } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import type { AggregateQuery, Measure } from '../../read-model/api.ts'
import { useAggregate } from '../../read-model/hooks.ts'
import { kinds, type ReportId } from './kinds.ts'
import { partAround, periodDays } from './period.ts'
import type { ReportView } from './report-view.ts'

const count: Measure = { kind: 'count' }
const value: Measure = { kind: 'sum', column: 'value' }
const weighted: Measure = { kind: 'weighted' }

const grouping: Readonly<Record<ReportId, Pick<AggregateQuery, 'groupBy' | 'measures' | 'filter'>>> = {
  pipeline: {
    filter: [{ column: 'status', op: 'is', values: ['open'] }],
    groupBy: [{ column: 'pipelineId' }, { column: 'stageId' }, { column: 'currency' }],
    measures: [count, value, weighted],
  },
  wonLost: {
    filter: [{ column: 'status', op: 'is', values: ['won', 'lost'] }],
    groupBy: [{ column: 'closedAt', unit: 'day' }, { column: 'status' }, { column: 'currency' }],
    measures: [count, value],
  },
  interactions: { groupBy: [{ column: 'at', unit: 'day' }, { column: 'channel' }], measures: [count] },
  newCustomers: { groupBy: [{ column: 'createdAt', unit: 'day' }, { column: 'source' }], measures: [count] },
  followUp: { groupBy: [{ column: 'lastContact', unit: 'day' }, { column: 'status' }], measures: [count] },
}

/** The question to the read model. It counts by day: weeks and months are those of the reader's calendar. */
const questionOf = (id: ReportId, view: ReportView, period: Partial<Days>): AggregateQuery => {
  const { noun, dated } = kinds[id]
  const within: Condition[] =
    period.from === undefined && period.to === undefined ? [] : [{ column: dated, op: 'range', ...period }]
  const pipeline: Filter =
    noun === 'deals' && view.pipelineId ? [{ column: 'pipelineId', op: 'is', values: [view.pipelineId] }] : []
  const { filter = [], ...rest } = grouping[id]
  return { noun, ...rest, filter: [...filter, ...within, ...pipeline, ...view.filter] }
}

const unitsFrom = (first: 'week' | 'month', locale: string): [Unit, ...Unit[]] => {
  const coarse: [Unit, Unit] = [
    { name: 'month', around: (day) => partAround(day, 'month', locale) },
    { name: 'year', around: (day) => partAround(day, 'year', locale) },
  ]
  return first === 'week' ? [{ name: 'week', around: (day) => weekOf(day, locale) }, ...coarse] : coarse
}

export type ReportState = {
  report: Report | undefined
  error: Error | undefined
  period: Partial<Days>
  /** What a row stands for where rows are time. */
  unit: Unit['name']
  /** How many pipelines have rows. */
  pipelines: number
}

/** A report as the view of it asks, live; `report` is undefined until its first answer is there. */
export const useReport = (id: ReportId, view: ReportView): ReportState => {
  const { locale } = useI18n()
  const { pipelines, items, settings } = useLookups()
  const today = useToday()
  const period = periodDays(view.period, today, locale, view)
  const { data, error } = useAggregate(questionOf(id, view, period))
  const book = settings?.currency ?? 'EUR'
  const nothing = { report: undefined, error, period, unit: 'month', pipelines: 0 } as const
  if (data === undefined || settings === undefined) return nothing

  const overTime = (first: 'week' | 'month', build: (rows: readonly Grouped[], stretches: Days[]) => Report) => {
    const span = spanOf(
      data.map(({ keys }) => keys[0] ?? ''),
      period,
      today,
    )
    const unit = unitFor(span, unitsFrom(first, locale))
    return { ...nothing, report: build(data, stretchesOf(span, unit.around)), unit: unit.name }
  }
  const orderOf = (list: ListName) =>
    [...items.values()]
      .filter((item) => item.list === list)
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map((item) => item.id)

  switch (id) {
    case 'pipeline': {
      const shown = [...pipelines.values()]
        .filter((pipeline) => view.pipelineId === undefined || pipeline.id === view.pipelineId)
        .sort((a, b) => (a.order < b.order ? -1 : 1))
      const stages = shown.flatMap((pipeline) =>
        orderedStages(pipeline).map((stage) => ({ pipelineId: pipeline.id, stageId: stage.id })),
      )
      const report = pipelineReport(data, stages, book)
      return { ...nothing, report, pipelines: new Set(report.table.rows.map(({ group }) => group)).size }
    }
    case 'wonLost':
      return overTime('month', (rows, stretches) => wonLostReport(rows, stretches, book))
    case 'interactions':
      return overTime('week', (rows, stretches) => overTimeReport(rows, stretches, orderOf('channel')))
    case 'newCustomers':
      return overTime('month', (rows, stretches) => overTimeReport(rows, stretches, orderOf('source')))
    case 'followUp':
      return { ...nothing, report: followUpReport(data, customerStatuses, today) }
  }
}
