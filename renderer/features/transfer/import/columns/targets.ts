import type { Catalog, NounName } from '../../../../../shared/domain/index.ts'
import { entryPath, linkPath, targetsOf } from '../../../../../shared/import/index.ts'
import type { I18n } from '../../../../i18n/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'
import { targetLabel } from '../../path-label.ts'

export type Target = { id: string; label: string; group?: string }

/** What stands for no target: a choice can't have an empty id. */
export const LEFT_OUT = 'none'
export const NEW_FIELD = 'new'

const groupOf = (noun: NounName, path: string, { t, tx }: I18n, catalog: Catalog): string => {
  const entry = entryPath(path)?.entry
  if (noun === 'customers' && entry) return t(`transfer.group.${entry}`)
  if (linkPath(path)) return t('transfer.group.link')
  const group =
    catalog.field(noun, path)?.group ?? (path === 'fullName' || path === 'middleName' ? 'identity' : 'business')
  return tx(`fieldGroup.${group}`, group)
}

/** Where the columns of a file may go, under headings; paths that only its own preset knows among them. */
export const targetOptions = ({ noun, columns }: Analysis, i18n: I18n, catalog: Catalog): Target[] => {
  const used = columns.map(({ path }) => path).filter((path) => path !== '')
  const paths = [...new Set([...targetsOf(noun, catalog), ...used])]
  const canOwn = noun === 'customers' || noun === 'deals'
  return [
    { id: LEFT_OUT, label: i18n.t('transfer.path.none') },
    ...(canOwn ? [{ id: NEW_FIELD, label: i18n.t('transfer.newField') }] : []),
    ...paths.map((path) => ({
      id: path,
      label: targetLabel(noun, path, i18n, catalog),
      group: groupOf(noun, path, i18n, catalog),
    })),
  ]
}
