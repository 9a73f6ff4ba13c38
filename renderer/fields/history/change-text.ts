import { splitPath } from '../../../shared/change/index.ts'
import type { TableName } from '../../../shared/domain/index.ts'
import { type FormatContext, fieldLabel, formatAtPath } from '../format.ts'

/** One change of a field as it is read. `before` and `after` are '' where there was or is nothing. */
export type ChangeText = { path: string; label: string; before: string; after: string }

const MOST = 160
const cut = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text)

/** A change with its field's label and its values in words. Long texts are cut. */
export const changeText = (
  context: FormatContext,
  table: TableName,
  change: { path: string; before?: unknown; after?: unknown },
  record?: object,
): ChangeText => {
  const [field] = splitPath(change.path)
  return {
    path: change.path,
    label: fieldLabel(context.i18n, context.lookups.catalog, table, field),
    before: cut(formatAtPath(context, table, change.path, change.before, record)),
    after: cut(formatAtPath(context, table, change.path, change.after, record)),
  }
}

/** Both values in one line: `old → new`, or the one there is. The arrow follows the direction of the text. */
export const beforeAfter = ({ before, after }: ChangeText, dir: 'ltr' | 'rtl'): string => {
  if (before === '' || after === '') return after || before
  return `${before} ${dir === 'rtl' ? '←' : '→'} ${after}`
}
