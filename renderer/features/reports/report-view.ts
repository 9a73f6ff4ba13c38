import { z } from 'zod'

import { filterSchema } from '../../../shared/domain/index.ts'
import { createDeviceStore } from '../../view-state/index.ts'
import { kinds, type ReportId, reportIds } from './kinds.ts'
import { periodIds } from './period.ts'

const viewSchema = z.object({
  period: z.enum(periodIds),
  /** The days of the period `custom`, `YYYY-MM-DD`. */
  from: z.string().optional(),
  to: z.string().optional(),
  filter: filterSchema,
  /** Nothing for all pipelines. */
  pipelineId: z.string().optional(),
  /** Archived customers count too, and what is about them. */
  archived: z.boolean().optional(),
  /** The currency that the chart draws; nothing for the first of the report. */
  currency: z.string().optional(),
  /** Of a report by a field: which field, and what is summed up. */
  by: z.string().optional(),
  measure: z.string().optional(),
  /** Whether sources are shown one by one or by their kind. */
  per: z.enum(['source', 'kind']).optional(),
})

/** What of a report is shown on this device. */
export type ReportView = z.infer<typeof viewSchema>

const whole = (id: ReportId): ReportView => ({ period: kinds[id].period, filter: [] })

/** Held once, so that a view that nobody changed stays the same object. */
const untouched: Readonly<Record<ReportId, ReportView>> = {
  pipeline: whole('pipeline'),
  wonLost: whole('wonLost'),
  interactions: whole('interactions'),
  newCustomers: whole('newCustomers'),
  sources: whole('sources'),
  followUp: whole('followUp'),
  customersBy: whole('customersBy'),
  dealsBy: whole('dealsBy'),
}

const viewsSchema = z.partialRecord(z.enum(reportIds), viewSchema).catch({})

const useViews = createDeviceStore('reports', (stored) => ({
  views: viewsSchema.parse(z.object({ views: z.unknown() }).safeParse(stored).data?.views),
}))

export const useReportView = (id: ReportId): ReportView => {
  const view = useViews(({ views }) => views[id])
  return view ?? untouched[id]
}

export const setReportView = (id: ReportId, change: { [K in keyof ReportView]?: ReportView[K] | undefined }): void => {
  useViews.setState(({ views }) => {
    const next = viewSchema.parse({ ...untouched[id], ...views[id], ...change })
    return { views: { ...views, [id]: next } }
  })
}
