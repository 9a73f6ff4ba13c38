import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, cx, IconButton, TextField } from '../../../ui/index.ts'

type ListRowProps = {
  label: string
  retired: boolean
  isFirst: boolean
  isLast: boolean
  onRename: (name: string) => void
  onMove: (by: -1 | 1) => void
  onRetire: (retired: boolean) => void
  /** What else can be said of the item. */
  children?: ReactNode
}

const Rename = ({ label, onDone }: { label: string; onDone: (name: string | undefined) => void }) => {
  const { t } = useI18n()
  const [name, setName] = useState(label)
  return (
    <form
      className="flex flex-1 items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(name.trim() || undefined)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(undefined)
      }}
    >
      <TextField
        className="flex-1"
        label={t('settings.itemName')}
        hideLabel
        autoFocus
        value={name}
        onChange={setName}
      />
      <Button small variant="primary" type="submit" isDisabled={name.trim() === ''}>
        {t('settings.save')}
      </Button>
      <Button small onPress={() => onDone(undefined)}>
        {t('ui.cancel')}
      </Button>
    </form>
  )
}

/** One item of a list with what can be done to it. */
export const ListRow = ({ label, retired, isFirst, isLast, onRename, onMove, onRetire, children }: ListRowProps) => {
  const { t } = useI18n()
  const [renaming, setRenaming] = useState(false)
  return (
    <li className="flex min-h-10 items-center gap-1 px-3 py-1">
      {renaming ? (
        <Rename
          label={label}
          onDone={(name) => {
            setRenaming(false)
            if (name !== undefined && name !== label) onRename(name)
          }}
        />
      ) : (
        <>
          <span className={cx('min-w-0 flex-1 truncate', retired && 'text-ink-faint')}>
            {label} {retired && <Badge>{t('settings.retired')}</Badge>}
          </span>
          {children}
          <IconButton
            small
            icon={ArrowUp}
            label={t('settings.up', { name: label })}
            isDisabled={isFirst}
            onPress={() => onMove(-1)}
          />
          <IconButton
            small
            icon={ArrowDown}
            label={t('settings.down', { name: label })}
            isDisabled={isLast}
            onPress={() => onMove(1)}
          />
          <IconButton
            small
            icon={Pencil}
            label={t('settings.rename', { name: label })}
            onPress={() => setRenaming(true)}
          />
          <IconButton
            small
            icon={retired ? ArchiveRestore : Archive}
            label={retired ? t('settings.unretire', { name: label }) : t('settings.retire', { name: label })}
            onPress={() => onRetire(!retired)}
          />
        </>
      )}
    </li>
  )
}
