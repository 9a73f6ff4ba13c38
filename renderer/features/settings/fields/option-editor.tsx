import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'

import { inOrder, placeAt } from '../../../../shared/order.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, IconButton, TextField } from '../../../ui/index.ts'
import { type FieldDraft, withOption } from './definition-draft.ts'

type Options = FieldDraft['options']

const moved = (options: Options, id: string, index: number): Options => {
  const listed = Object.entries(options).map(([each, { order }]) => ({ id: each, order }))
  const places = placeAt(inOrder(listed.filter((each) => each.id !== id)), id, index)
  return Object.fromEntries(
    Object.entries(options).map(([each, option]) => [each, { ...option, order: places.get(each) ?? option.order }]),
  )
}

/**
 * The choices of a field: rename, reorder, add. One that records may hold is retired, never lost; one that was only
 * just added can be taken away again.
 */
export const OptionEditor = ({
  options,
  saved,
  onChange,
  errorMessage,
}: {
  options: Options
  /** The choices that the book has already. */
  saved: Options
  onChange: (options: Options) => void
  errorMessage?: string | undefined
}) => {
  const { t } = useI18n()
  const [name, setName] = useState('')
  const listed = inOrder(Object.entries(options).map(([id, option]) => ({ ...option, id })))
  const isTaken = listed.some((option) => option.name.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase())
  const add = () => {
    if (name.trim() === '' || isTaken) return
    onChange(withOption(options, name.trim()))
    setName('')
  }
  const set = (id: string, change: Partial<Options[string]>) => {
    const option = options[id]
    if (option) onChange({ ...options, [id]: { ...option, ...change } })
  }
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-1.5 empty:hidden">
        {listed.map(({ id, name: held, retired }, index) => (
          <li key={id} className="flex items-center gap-1">
            <TextField
              className="flex-1"
              hideLabel
              label={t('ownFields.option.name', { place: index + 1 })}
              value={held}
              onChange={(next) => set(id, { name: next })}
            />
            {retired && <Badge>{t('settings.retired')}</Badge>}
            <IconButton
              small
              icon={ArrowUp}
              label={t('settings.up', { name: held })}
              isDisabled={index === 0}
              onPress={() => onChange(moved(options, id, index - 1))}
            />
            <IconButton
              small
              icon={ArrowDown}
              label={t('settings.down', { name: held })}
              isDisabled={index === listed.length - 1}
              onPress={() => onChange(moved(options, id, index + 1))}
            />
            {Object.hasOwn(saved, id) ? (
              <IconButton
                small
                icon={retired ? ArchiveRestore : Archive}
                label={retired ? t('settings.unretire', { name: held }) : t('settings.retire', { name: held })}
                onPress={() => set(id, { retired: !retired })}
              />
            ) : (
              <IconButton
                small
                icon={X}
                label={t('ownFields.option.remove', { name: held })}
                onPress={() => {
                  const { [id]: _gone, ...others } = options
                  onChange(others)
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2">
        <TextField
          className="flex-1"
          label={t('ownFields.option.new')}
          value={name}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            add()
          }}
          errorMessage={name.trim() !== '' && isTaken ? t('settings.itemTaken') : errorMessage}
        />
        <Button icon={Plus} isDisabled={name.trim() === '' || isTaken} onPress={add}>
          {t('settings.add')}
        </Button>
      </div>
    </div>
  )
}
