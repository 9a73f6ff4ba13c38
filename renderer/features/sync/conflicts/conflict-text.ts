import type { ConflictVersion } from '../../../../shared/conflict/index.ts'
import type { OpenConflict } from '../../../data/index.ts'
import { changeText, type FormatContext } from '../../../fields/index.ts'

/** One of the values as it is read. */
export type VersionText = { stamp: string; text: string; detail?: string }

/** A deletion or the edit that did not know of it. */
const deletionText = (
  context: FormatContext,
  { table }: OpenConflict,
  version: ConflictVersion,
  record?: object,
): VersionText => {
  const { t, format } = context.i18n
  if (version.value !== undefined) return { stamp: version.stamp, text: t('sync.conflict.deleted') }
  const edits = (version.edited ?? []).map((change) => {
    const { label, after } = changeText(context, table, change, record)
    return after === '' ? label : `${label}: ${after}`
  })
  const detail = edits.length > 0 ? t('sync.conflict.edited', { what: format.list(edits) }) : undefined
  return { stamp: version.stamp, text: t('sync.conflict.notDeleted'), ...(detail && { detail }) }
}

/** A version of a conflict in words. An emptied field says so. */
export const versionText = (
  context: FormatContext,
  conflict: OpenConflict,
  version: ConflictVersion,
  record?: object,
): VersionText => {
  const { table, path } = conflict
  if (path === 'deletedAt') return deletionText(context, conflict, version, record)
  const text = changeText(context, table, { path, after: version.value }, record).after
  return { stamp: version.stamp, text: text === '' ? context.i18n.t('sync.conflict.empty') : text }
}
