import { useMemo, useRef } from 'react'

import type { Days, Report } from '../../../shared/analytics/index.ts'
import { useChoices, useLookups, useToday } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useAggregate } from '../../read-model/hooks.ts'
import { type Built, buildReport } from './build-report.ts'
import { byFieldChoice } from './by-field-choice.ts'
import { kinds, type ReportId } from './kinds.ts'
import { periodDays } from './period.ts'
import { questionOf } from './question.ts'
import type { ReportView } from './report-view.ts'

export type ReportState = Omit<Built, 'report'> & {
  report: Report | undefined
  error: Error | undefined
  period: Partial<Days>
}

const NO_COLUMN = { key: '', type: 'data' } as const

/** A report as the view of it asks, live; `report` is undefined until its first answer is there. */
export const useReport = (id: ReportId, view: ReportView): ReportState => {
  const { locale } = useI18n()
  const { pipelines, items, settings, catalog } = useLookups()
  const by = useMemo(() => byFieldChoice(id, view, catalog), [id, view, catalog])
  const noun = kinds[id].noun
  const choices = useChoices(noun, by?.column ?? NO_COLUMN)
  const order = useMemo(() => choices?.map((choice) => choice.id) ?? [], [choices])
  const today = useToday()
  const period = useMemo(() => periodDays(view.period, today, locale, view), [view, today, locale])
  const { data, error, loading } = useAggregate(questionOf(id, view, period, by))
  const held = useRef<ReportState>(undefined)
  const state = useMemo((): ReportState => {
    if (data === undefined || settings === undefined)
      return { report: undefined, error, period, unit: 'month', pipelines: 0 }
    const { currency } = settings
    const around = {
      locale,
      today,
      period,
      pipelineId: view.pipelineId,
      per: view.per,
      pipelines,
      items,
      currency,
      by,
      order,
    }
    return { ...buildReport(id, data, around), error, period }
  }, [id, view, period, data, error, settings, pipelines, items, locale, today, by, order])
  // While the next answer is under way, `data` still answers the question before: it goes with that question's period.
  if (!loading) held.current = state
  return held.current ?? state
}
