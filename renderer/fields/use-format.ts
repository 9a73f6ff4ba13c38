import { useCallback, useMemo } from 'react'

import type { TableName } from '../../shared/domain/index.ts'
import { useI18n } from '../i18n/index.ts'
import { type FormatContext, fieldLabel, itemLabel, pipelineLabel, stageLabel } from './format.ts'
import { useCatalog, useLookups } from './lookups.ts'

/** What values are shown with here and now. */
export const useFormatContext = (names?: ReadonlyMap<string, string>): FormatContext => {
  const i18n = useI18n()
  const lookups = useLookups()
  return useMemo(() => ({ i18n, lookups, names }), [i18n, lookups, names])
}

/** The heading of a column or the label of a field. */
export const useColumnLabel = (noun: TableName): ((key: string) => string) => {
  const i18n = useI18n()
  const catalog = useCatalog()
  return useCallback((key) => fieldLabel(i18n, catalog, noun, key), [i18n, catalog, noun])
}

/** Labels of the owner's list items, stages and pipelines, renamed ones by their new names. */
export const useLabels = () => {
  const context = useFormatContext()
  return useMemo(
    () => ({
      item: (id: string) => itemLabel(context, id),
      stage: (id: string, pipelineId?: string) => stageLabel(context, id, pipelineId),
      pipeline: (id: string) => pipelineLabel(context, id),
    }),
    [context],
  )
}
