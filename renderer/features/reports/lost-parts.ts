import { type Catalog, isCondition } from '../../../shared/domain/index.ts'
import { byFieldChoice, isByField } from './by-field-choice.ts'
import { kinds, type ReportId } from './kinds.ts'
import type { ReportView } from './report-view.ts'

/** What a view asks for that is not there any more: `filter` a condition, the others as in the view. */
export type LostPart = 'by' | 'measure' | 'filter'

/**
 * A view without what names a field that was deleted, or whose type no report can use now, so that the rest of the
 * report can be shown. Where nothing is lost it is the same object.
 */
export const withoutLost = (
  id: ReportId,
  view: ReportView,
  catalog: Catalog,
): { view: ReportView; lost: readonly LostPart[] } => {
  const known = new Set(catalog.columns(kinds[id].noun).map(({ key }) => key))
  const filter = view.filter.filter((node) => !isCondition(node) || known.has(node.column))
  const choice = isByField(id) ? byFieldChoice(id, view, catalog) : undefined
  const { by, measure, ...rest } = view
  const keepsBy = choice === undefined || by === undefined || choice.column.key === by
  const keepsMeasure = choice === undefined || measure === undefined || choice.measured !== undefined
  const lost: LostPart[] = []
  if (!keepsBy) lost.push('by')
  if (!keepsMeasure) lost.push('measure')
  if (filter.length < view.filter.length) lost.push('filter')
  if (lost.length === 0) return { view, lost }
  return { view: { ...rest, ...(keepsBy && { by }), ...(keepsMeasure && { measure }), filter }, lost }
}
