import { useMemo } from 'react'

import { splitPath } from '../../../../shared/change/index.ts'
import { displayName } from '../../../../shared/domain/index.ts'
import { type OpenConflict, useRecords } from '../../../data/index.ts'
import { fieldLabel, useFormatContext } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { type VersionText, versionText } from './conflict-text.ts'

const LINKS = new Set(['companyId', 'customerId', 'mergedInto'])

/** A conflict as it is read: what the field is called, and each version in words. */
export const useConflictText = (conflict: OpenConflict, record: object | undefined) => {
  const { table, path, versions } = conflict
  const i18n = useI18n()
  const [field] = splitPath(path)
  const ids = useMemo(
    () => (LINKS.has(field) ? versions.map(({ value }) => value).filter((value) => typeof value === 'string') : []),
    [field, versions],
  )
  const linked = useRecords('customers', ids)
  const names = useMemo(() => new Map([...linked].map(([key, row]) => [key, displayName(row)])), [linked])
  const context = useFormatContext(names)
  const label =
    path === 'deletedAt' ? i18n.t('sync.conflict.deletion') : fieldLabel(i18n, context.lookups.catalog, table, field)
  const texts: VersionText[] = versions.map((version) => versionText(context, conflict, version, record))
  return { label, texts }
}
