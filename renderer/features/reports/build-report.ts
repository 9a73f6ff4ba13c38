import {
  byFieldReport,
  type Days,
  followUpReport,
  type Grouped,
  overTimeReport,
  pipelineReport,
  type Report,
  sourcesReport,
  spanOf,
  stretchesOf,
  type Unit,
  unitFor,
  wonLostReport,
} from '../../../shared/analytics/index.ts'
import {
  customerStatuses,
  type ListItem,
  type ListName,
  orderedStages,
  type Pipeline,
  sourceKindOf,
  sourceKinds,
} from '../../../shared/domain/index.ts'
import { partAround, weekOf } from '../../fields/index.ts'
import type { ByFieldChoice } from './by-field-choice.ts'
import type { ReportId } from './kinds.ts'
import type { ReportView } from './report-view.ts'

const unitsFrom = (first: 'week' | 'month', locale: string): [Unit, ...Unit[]] => {
  const coarse: [Unit, Unit] = [
    { name: 'month', around: (day) => partAround(day, 'month', locale) },
    { name: 'year', around: (day) => partAround(day, 'year', locale) },
  ]
  return first === 'week' ? [{ name: 'week', around: (day) => weekOf(day, locale) }, ...coarse] : coarse
}

/** What the keys of rows begin with that stand for a kind of sources. */
export const KIND = 'kind:'

/** What a report is made with beside its rows. */
export type Surroundings = {
  locale: string
  /** `YYYY-MM-DD`. */
  today: string
  period: Partial<Days>
  /** The one pipeline that is asked for; nothing for all. */
  pipelineId: string | undefined
  pipelines: ReadonlyMap<string, Pipeline>
  items: ReadonlyMap<string, ListItem>
  /** Whether sources are shown one by one or by their kind. */
  per: ReportView['per']
  /** The book's currency. */
  currency: string
  /** Of a report by a field: which, and its values in the order of their list. */
  by: ByFieldChoice | undefined
  order: readonly string[]
}

export type Built = {
  report: Report
  /** What a row stands for where rows are time. */
  unit: Unit['name']
  /** How many pipelines have rows. */
  pipelines: number
}

const byOrder = <T extends { order: string }>(items: Iterable<T>): T[] =>
  [...items].sort((a, b) => (a.order < b.order ? -1 : 1))

/** Makes a report of the read model's answer, in the calendar, lists and pipelines of the reader. */
export const buildReport = (id: ReportId, rows: readonly Grouped[], around: Surroundings): Built => {
  const { locale, today, period, currency } = around
  const overTime = (first: 'week' | 'month', build: (stretches: Days[]) => Report): Built => {
    const days = rows.map(({ keys }) => keys[0] ?? '')
    const span = spanOf(days, period, today)
    const unit = unitFor(span, unitsFrom(first, locale))
    return { report: build(stretchesOf(span, unit.around)), unit: unit.name, pipelines: 0 }
  }
  const idsOf = (list: ListName) =>
    byOrder([...around.items.values()].filter((item) => item.list === list)).map((item) => item.id)
  switch (id) {
    case 'pipeline': {
      const shown = byOrder(around.pipelines.values()).filter(
        (pipeline) => around.pipelineId === undefined || pipeline.id === around.pipelineId,
      )
      const stages = shown.flatMap((pipeline) =>
        orderedStages(pipeline).map((stage) => ({ pipelineId: pipeline.id, stageId: stage.id })),
      )
      const report = pipelineReport(rows, stages, currency)
      return { report, unit: 'month', pipelines: new Set(report.table.rows.map(({ group }) => group)).size }
    }
    case 'wonLost':
      return overTime('month', (stretches) => wonLostReport(rows, stretches, currency))
    case 'interactions':
      return overTime('week', (stretches) => overTimeReport(rows, stretches, idsOf('channel')))
    case 'newCustomers':
      return overTime('month', (stretches) => overTimeReport(rows, stretches, idsOf('source')))
    case 'sources': {
      const ids = idsOf('source')
      const { items } = around
      const kindKey = (source: string) => `${KIND}${sourceKindOf(items.get(source) ?? { id: source })}`
      const byKind = around.per === 'kind'
      const report = sourcesReport(
        rows,
        byKind ? kindKey : (source) => source,
        byKind ? sourceKinds.map((kind) => `${KIND}${kind}`) : ids,
        currency,
      )
      return { report, unit: 'month', pipelines: 0 }
    }
    case 'customersBy':
    case 'dealsBy': {
      const { several = false, measured } = around.by ?? {}
      const noun = id === 'dealsBy' ? 'deals' : 'customers'
      const report = byFieldReport(rows, { noun, order: around.order, several, measured, currency })
      return { report, unit: 'month', pipelines: 0 }
    }
    case 'followUp':
      return { report: followUpReport(rows, customerStatuses, today), unit: 'month', pipelines: 0 }
  }
}
