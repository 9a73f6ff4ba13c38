import { Link } from '@tanstack/react-router'

import { displayName, type Records, type TableName } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { openDialog } from '../../../view-state/index.ts'

const NAMES = ['title', 'name', 'subject', 'text'] as const
const linkClass = 'rounded-sm text-start hover:text-accent hover:underline'

const isCustomer = (table: TableName, _record: object): _record is Records['customers'] => table === 'customers'

/** What a record of any table is called; '' where it has no name of any kind. */
export const recordName = (table: TableName, record: object): string => {
  if (isCustomer(table, record)) return displayName(record)
  const texts = NAMES.map((key): unknown => Reflect.get(record, key))
  return texts.find((text): text is string => typeof text === 'string' && text !== '') ?? ''
}

/** The name of a record, leading to where it can be looked at; plain where that is nowhere, as in the trash. */
export const RecordTitle = ({
  table,
  record,
}: {
  table: TableName
  record: { id: string; deletedAt?: string | undefined }
}) => {
  const { t } = useI18n()
  const { id } = record
  const name = recordName(table, record) || t('settings.unnamed')
  if (record.deletedAt !== undefined) return <bdi>{name}</bdi>
  if (table === 'customers')
    return (
      <Link to="/customers/$id" params={{ id }} className={linkClass}>
        <bdi>{name}</bdi>
      </Link>
    )
  if (table === 'deals')
    return (
      <Link to="/deals/$id" params={{ id }} className={linkClass}>
        <bdi>{name}</bdi>
      </Link>
    )
  if (table === 'tasks' || table === 'interactions')
    return (
      <button
        type="button"
        className={linkClass}
        onClick={() => openDialog({ kind: table === 'tasks' ? 'editTask' : 'editInteraction', id })}
      >
        <bdi>{name}</bdi>
      </button>
    )
  return <bdi>{name}</bdi>
}
