import { useMemo } from 'react'

import type { Days } from '../../../../shared/analytics/index.ts'
import { displayName } from '../../../../shared/domain/index.ts'
import { useRecords } from '../../../data/index.ts'
import { useConditionText, useLabels } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { kinds, type ReportId } from '../kinds.ts'
import type { ReportView } from '../report-view.ts'
import { daysText } from '../words.ts'
import type { Fact } from './report-html.ts'

/** The ids that a filter may hold of customers: looked up by all its values, those of other things find nothing. */
const idsIn = ({ filter }: ReportView): string[] =>
  filter.flatMap((condition) => ('values' in condition && condition.column.endsWith('Id') ? condition.values : []))

/** What a report was asked for, in words: its period, its pipeline and its filters. */
export const useFacts = (id: ReportId, view: ReportView, period: Partial<Days>): Fact[] => {
  const { t, format, locale } = useI18n()
  const labels = useLabels()
  const { noun } = kinds[id]
  const linked = useRecords('customers', idsIn(view))
  const names = useMemo(() => new Map([...linked].map(([key, row]) => [key, displayName(row)])), [linked])
  const conditionText = useConditionText(noun, names)
  const { from, to } = period
  const days =
    from !== undefined && to !== undefined
      ? daysText({ from, to }, locale)
      : from !== undefined
        ? t('reports.since', { day: format.day(from) })
        : to !== undefined
          ? t('reports.until', { day: format.day(to) })
          : ''
  const name = view.period === 'custom' && days !== '' ? '' : t(`reports.period.${view.period}`)
  const filters = view.filter.map((condition) => {
    const { column, text } = conditionText(condition)
    return `${column} ${text}`
  })
  return [
    { label: t(`reports.dated.${id}`), value: [name, days].filter((text) => text !== '').join(': ') },
    ...(noun === 'deals' && view.pipelineId !== undefined
      ? [{ label: t('reports.pipelineChoice'), value: labels.pipeline(view.pipelineId) }]
      : []),
    { label: t('reports.filters'), value: filters.length > 0 ? filters.join('; ') : t('reports.noFilters') },
  ]
}
