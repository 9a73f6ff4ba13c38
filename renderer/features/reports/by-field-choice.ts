import type { Measured } from '../../../shared/analytics/index.ts'
import type { Catalog, Column, FieldType, NounName } from '../../../shared/domain/index.ts'
import { kinds, type ReportId } from './kinds.ts'
import type { ReportView } from './report-view.ts'

/** By which field a report counts, and which column it sums up beside. */
export type ByFieldChoice = { column: Column; several: boolean; measured?: Measured | undefined }

const GROUPING = new Set<FieldType>(['choice', 'choices', 'tags', 'boolean', 'country', 'language'])
const SEVERAL = new Set<FieldType>(['choices', 'tags'])
/** What a report counts by until something else is chosen. */
export const FIRST = 'status'
/** Summed up anyway, or no amount of its own. */
const NOT_MEASURED = new Set(['value', 'missing', 'invalid', 'probability'])

/** What records can be counted by: everything with few values, one's own fields among them. */
export const groupingColumns = (catalog: Catalog, noun: NounName): readonly Column[] =>
  catalog.columns(noun).filter(({ type, shown }) => GROUPING.has(type) && shown !== 'hidden')

/** What can be summed up. */
export const measuredColumns = (catalog: Catalog, noun: NounName): readonly Column[] =>
  catalog
    .columns(noun)
    .filter(
      ({ key, type, shown }) => (type === 'number' || type === 'money') && shown !== 'hidden' && !NOT_MEASURED.has(key),
    )

export const isByField = (id: ReportId): id is 'customersBy' | 'dealsBy' => id === 'customersBy' || id === 'dealsBy'

/** What a report by a field was asked for, as far as the fields are there; nothing for another report. */
export const byFieldChoice = (id: ReportId, view: ReportView, catalog: Catalog): ByFieldChoice | undefined => {
  if (!isByField(id)) return undefined
  const { noun } = kinds[id]
  const columns = groupingColumns(catalog, noun)
  const column = columns.find(({ key }) => key === view.by) ?? columns.find(({ key }) => key === FIRST)
  const measured = measuredColumns(catalog, noun).find(({ key }) => key === view.measure)
  return (
    column && {
      column,
      several: SEVERAL.has(column.type),
      ...(measured && { measured: { column: measured.key, kind: measured.type === 'money' ? 'money' : 'count' } }),
    }
  )
}
