import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { WriteKey } from '../../../../shared/domain/index.ts'
import { useBook, useTrash, type WritableTable } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState, PageHeader, RadioGroup } from '../../../ui/index.ts'
import { trashName } from './trash-name.ts'

const tables = ['customers', 'deals', 'interactions', 'tasks', 'attachments'] as const
type TrashTable = (typeof tables)[number] & WritableTable

const PAGE = 100
const restored: WriteKey = 'restored'

/** What was deleted, and the way back. */
export const TrashPage = () => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const [table, setTable] = useState<TrashTable>('customers')
  const [limit, setLimit] = useState(PAGE)
  const rows = useTrash(table, limit)
  const restore = (id: string) => {
    book.write({ key: restored }, (draft) => draft.restore(table, id)).catch(tellError)
  }
  const restoreAll = (ids: readonly string[]) => {
    book
      .write({ key: restored }, (draft) => draft.setPathsOfAll(table, ids, () => ({ deletedAt: undefined })))
      .catch(tellError)
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('settings.trash')}>
        {rows !== undefined && rows.length > 1 && (
          <Button icon={ArchiveRestore} onPress={() => restoreAll(rows.map(({ id }) => id))}>
            {t('settings.putAllBack', { count: rows.length })}
          </Button>
        )}
      </PageHeader>
      <div className="border-line border-b px-4 pb-2.5">
        <RadioGroup<TrashTable>
          variant="segments"
          label={t('settings.trash')}
          hideLabel
          options={tables.map((id) => ({ id, label: t(`noun.${id}.title`) }))}
          value={table}
          onChange={(next) => {
            setTable(next)
            setLimit(PAGE)
          }}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {rows?.length === 0 && <EmptyState icon={Trash2} title={t('settings.trashEmpty')} />}
        <ul className="flex max-w-[860px] flex-col divide-y divide-line px-4.5 empty:hidden">
          {rows?.map((row) => (
            <li key={row.id} className="flex min-h-11 items-center gap-3">
              <span className="min-w-0 flex-1 truncate">{trashName(row) || t('settings.unnamed')}</span>
              {row.deletedAt && <span className="text-ink-muted">{format.instant(row.deletedAt, 'ago')}</span>}
              <Button small onPress={() => restore(row.id)}>
                {t('settings.putBack')}
              </Button>
            </li>
          ))}
        </ul>
        {rows?.length === limit && (
          <Button className="m-4" onPress={() => setLimit(limit + PAGE)}>
            {t('settings.showMore')}
          </Button>
        )}
      </div>
    </div>
  )
}
