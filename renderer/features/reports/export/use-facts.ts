import type { Days } from '../../../../shared/analytics/index.ts'
import { type Fact, useLabels, useNodeText } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { kinds, type ReportId } from '../kinds.ts'
import type { ReportView } from '../report-view.ts'
import { daysText } from '../words.ts'

/** What a report was asked for, in words: its period, its pipeline and its filters. */
export const useFacts = (id: ReportId, view: ReportView, period: Partial<Days>): Fact[] => {
  const { t, format, locale } = useI18n()
  const labels = useLabels()
  const { noun } = kinds[id]
  const nodeText = useNodeText(noun, view.filter)
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
  const filters = view.filter.map((node) => {
    const { column, text } = nodeText(node)
    return `${column} ${text}`
  })
  if (view.archived) filters.push(t('reports.withArchived'))
  return [
    { label: t(`reports.dated.${id}`), value: [name, days].filter((text) => text !== '').join(': ') },
    ...(noun === 'deals' && view.pipelineId !== undefined
      ? [{ label: t('reports.pipelineChoice'), value: labels.pipeline(view.pipelineId) }]
      : []),
    ...(id === 'sources' ? [{ label: t('reports.per'), value: t(`reports.per.${view.per ?? 'source'}`) }] : []),
    { label: t('reports.filters'), value: filters.length > 0 ? filters.join('; ') : t('reports.noFilters') },
  ]
}
