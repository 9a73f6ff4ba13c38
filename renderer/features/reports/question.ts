import type { Days } from '../../../shared/analytics/index.ts'
import type { Condition, Filter } from '../../../shared/domain/index.ts'
import type { AggregateQuery, Measure } from '../../read-model/api.ts'
import type { ByFieldChoice } from './by-field-choice.ts'
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
  sources: {
    groupBy: [{ column: 'source' }, { column: 'ownWonDeals' }],
    measures: [count, { kind: 'sum', column: 'ownOpenDeals' }, { kind: 'sum', column: 'ownWonValue' }],
  },
  // By which field is said by the view.
  customersBy: { groupBy: [], measures: [count] },
  dealsBy: { groupBy: [{ column: 'currency' }], measures: [count, value] },
  followUp: { groupBy: [{ column: 'lastContact', unit: 'day' }, { column: 'status' }], measures: [count] },
}

/**
 * The question to the read model. It counts by day: weeks and months are those of the reader's calendar.
 * @param by of a report by a field: that field, and what is summed up
 */
export const questionOf = (
  id: ReportId,
  view: ReportView,
  period: Partial<Days>,
  by: ByFieldChoice | undefined,
): AggregateQuery => {
  const { noun, dated } = kinds[id]
  const within: Condition[] =
    period.from === undefined && period.to === undefined ? [] : [{ column: dated, op: 'range', ...period }]
  const pipeline: Filter =
    noun === 'deals' && view.pipelineId ? [{ column: 'pipelineId', op: 'is', values: [view.pipelineId] }] : []
  const { filter = [], groupBy, measures } = grouping[id]
  return {
    noun,
    groupBy: by ? [{ column: by.column.key }, ...groupBy] : groupBy,
    measures: by?.measured ? [...measures, { kind: 'sum', column: by.measured.column }] : measures,
    archived: view.archived ? 'with' : 'out',
    filter: [...filter, ...within, ...pipeline, ...view.filter],
  }
}
