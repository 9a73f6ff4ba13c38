import { List, Plus } from 'lucide-react'
import { useState } from 'react'

import { type ListItem, type ListName, sourceKindOf, sourceKinds } from '../../../../shared/domain/index.ts'
import { useBook, useListItems } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState, Select, TextField } from '../../../ui/index.ts'
import { ListRow } from './list-row.tsx'
import { addItem, classifySource, moveItem, renameItem, retireItem } from './list-writes.ts'

/** The items of one list: rename, reorder, retire, add. A retired item stays with the records that hold it. */
export const ListEditor = ({ list }: { list: ListName }) => {
  const { t, tx } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const items = useListItems(list)
  const [name, setName] = useState('')
  if (!items) return null

  const labelOf = (item: ListItem): string => item.name ?? tx(`list.${item.id}`, item.id)
  const isTaken = items.some((item) => labelOf(item).toLocaleLowerCase() === name.trim().toLocaleLowerCase())
  const run = (work: Promise<unknown>) => void work.catch(tellError)
  const add = async () => {
    await addItem(book, list, items, name.trim())
    setName('')
  }

  return (
    <div className="flex flex-col gap-3">
      {items.length === 0 && <EmptyState small icon={List} title={t('settings.listEmpty')} />}
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line empty:hidden">
        {items.map((item, index) => (
          <ListRow
            key={item.id}
            label={labelOf(item)}
            retired={item.retired === true}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            onRename={(next) => run(renameItem(book, item, next))}
            onMove={(by) => run(moveItem(book, items, index, by))}
            onRetire={(retired) => run(retireItem(book, item, retired))}
          >
            {list === 'source' && (
              <Select
                hideLabel
                className="w-40 flex-none"
                label={t('privacy.sourceKind', { name: labelOf(item) })}
                options={sourceKinds.map((id) => ({ id, label: tx(`option.listItems.kind.${id}`, id) }))}
                value={sourceKindOf(item)}
                onChange={(next) => {
                  const kind = sourceKinds.find((id) => id === next)
                  if (kind) run(classifySource(book, item, kind))
                }}
              />
            )}
          </ListRow>
        ))}
      </ul>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !isTaken) run(add())
        }}
      >
        <TextField
          className="flex-1"
          label={t('settings.newItem')}
          value={name}
          onChange={setName}
          errorMessage={name.trim() !== '' && isTaken ? t('settings.itemTaken') : undefined}
        />
        <Button type="submit" icon={Plus} isDisabled={name.trim() === '' || isTaken}>
          {t('settings.add')}
        </Button>
      </form>
    </div>
  )
}
