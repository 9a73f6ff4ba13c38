import type { Days } from '../../../shared/analytics/index.ts'
import type { Condition, Filter } from '../../../shared/domain/index.ts'
import type { AggregateQuery, Measure } from '../../read-model/api.ts'
import { kinds, type ReportId } from './kinds.ts'
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
export const questionOf = (id: ReportId, view: ReportView, period: Partial<Days>): AggregateQuery => {
  const { noun, dated } = kinds[id]
  const within: Condition[] =
    period.from === undefined && period.to === undefined ? [] : [{ column: dated, op: 'range', ...period }]
  const pipeline: Filter =
    noun === 'deals' && view.pipelineId ? [{ column: 'pipelineId', op: 'is', values: [view.pipelineId] }] : []
  const { filter = [], ...rest } = grouping[id]
  return { noun, ...rest, archived: view.archived ? 'with' : 'out', filter: [...filter, ...within, ...pipeline, ...view.filter] }
}
