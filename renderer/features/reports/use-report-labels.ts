import { useMemo } from 'react'

import { formatValue, useColumnLabel, useFormatContext, useLabels, useLookups } from '../../fields/index.ts'
import { byFieldChoice } from './by-field-choice.ts'
import { kinds, type ReportId } from './kinds.ts'
import type { ReportView } from './report-view.ts'
import type { Labels } from './words.ts'

/** What the raw keys of a report are called: items, stages, and of a report by a field its values. */
export const useReportLabels = (id: ReportId, view: ReportView): Labels => {
  const labels = useLabels()
  const context = useFormatContext()
  const { catalog } = useLookups()
  const { noun } = kinds[id]
  const field = useColumnLabel(noun)
  return useMemo(() => {
    const column = byFieldChoice(id, view, catalog)?.column
    const value = (key: string): string => {
      if (key === '' || column === undefined) return context.i18n.t('reports.notKnown')
      if (column.type === 'boolean') return formatValue(context, noun, column, key === '1')
      // One key is one choice, also of a field that holds several.
      return formatValue(context, noun, column.type === 'choices' ? { ...column, type: 'choice' } : column, key)
    }
    return { ...labels, value, field, by: column ? field(column.key) : '' }
  }, [labels, context, id, view, catalog, noun, field])
}
