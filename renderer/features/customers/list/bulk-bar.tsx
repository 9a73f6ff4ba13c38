import { Archive, ArchiveRestore, Download, Merge, PencilLine, Tag, Trash2, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import { isFieldOfKind } from '../../../../shared/domain/index.ts'
import { LARGEST_GROUP } from '../../../../shared/merging/index.ts'

import { BulkConsent, useArchive, useBulk, useCatalog, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useReadModel } from '../../../read-model/hooks.ts'
import { Button, type GridSelection, IconButton, selectedCount } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { isArchiveFilter } from '../default-views.ts'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { BulkTagsDialog } from './bulk-tags-dialog.tsx'
import { selectedIds } from './selected-ids.ts'
import type { CustomerQuery } from './use-customer-rows.ts'

/** What can be done with all selected customers at once. Stands in the place of the views. */
export const BulkBar = ({
  query,
  columns,
  selection,
  total,
  onClear,
}: {
  query: CustomerQuery
  columns: readonly string[]
  selection: GridSelection
  total: number
  onClear: () => void
}) => {
  const { t } = useI18n()
  const model = useReadModel()
  const tellError = useTellError()
  const { run, dialog } = useBulk()
  const { archive, dialog: archiving } = useArchive()
  const [asking, setAsking] = useState<'edit' | 'tags'>()
  const count = selectedCount(selection, total)
  const ids = () => selectedIds(model, query, selection)
  const close = () => setAsking(undefined)
  const catalog = useCatalog()

  const edit = async (key: string, value: unknown) => {
    const field = catalog.field('customers', key)
    const chosen = await ids()
    close()
    await run({
      label: { key: 'customersChanged', params: { count: chosen.length } },
      ids: chosen,
      // A field of people alone is not put into companies, nor the other way round.
      paths: (_now, row) => (field === undefined || isFieldOfKind(field, row['kind']) ? { [key]: value } : {}),
    })
  }
  const tag = async (add: readonly string[], remove: readonly string[]) => {
    const chosen = await ids()
    close()
    const paths = Object.fromEntries([
      ...remove.map((name) => [`tags/${name}`, undefined]),
      ...add.map((name) => [`tags/${name}`, true]),
    ])
    await run({
      label: { key: 'customersTagged', params: { count: chosen.length } },
      ids: chosen,
      paths: () => paths,
    })
  }
  const remove = async () => {
    const chosen = await ids()
    const done = await run({
      label: { key: 'customersDeleted', params: { count: chosen.length } },
      ids: chosen,
      paths: (now) => ({ deletedAt: now }),
    })
    if (done) onClear()
  }
  const isArchive = isArchiveFilter(query.filter)
  const putAway = async () => {
    if (await archive(await ids(), !isArchive)) onClear()
  }
  const exportAll = async () => openDialog({ kind: 'export', noun: 'customers', columns, ids: await ids() })

  const act = (work: () => Promise<void>) => () => void work().catch(tellError)
  const dialogs: Record<'edit' | 'tags', ReactNode> = {
    edit: <BulkEditDialog count={count} onApply={edit} onClose={close} />,
    tags: <BulkTagsDialog count={count} onApply={tag} onClose={close} />,
  }
  return (
    <div role="toolbar" aria-label={t('customers.bulk.title')} className="flex flex-wrap items-center gap-1.5">
      <span role="status" className="me-2 font-[560]">
        {t('ui.selected', { count })}
      </span>
      <Button small icon={PencilLine} onPress={() => setAsking('edit')}>
        {t('customers.bulk.edit')}
      </Button>
      <Button small icon={Tag} onPress={() => setAsking('tags')}>
        {t('customers.bulk.tags')}
      </Button>
      <BulkConsent count={count} ids={ids} />
      {selection.mode === 'some' && count >= 2 && count <= LARGEST_GROUP && (
        <Button small icon={Merge} onPress={() => openDialog({ kind: 'mergeCustomers', ids: [...selection.ids] })}>
          {t('duplicates.mergeSelected')}
        </Button>
      )}
      <Button small icon={Download} onPress={act(exportAll)}>
        {t('customers.export')}
      </Button>
      <Button small icon={isArchive ? ArchiveRestore : Archive} onPress={act(putAway)}>
        {t(isArchive ? 'customers.unarchive' : 'customers.archive')}
      </Button>
      <Button small icon={Trash2} className="!text-red" onPress={act(remove)}>
        {t('customers.delete')}
      </Button>
      <IconButton small icon={X} label={t('customers.bulk.none')} keys="Esc" onPress={onClear} />
      {asking && dialogs[asking]}
      {dialog}
      {archiving}
    </div>
  )
}
