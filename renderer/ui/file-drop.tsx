import { FileUp } from 'lucide-react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'

import { useI18n } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** Takes files that are dropped on it, pasted into it, or chosen by its button. */
export const FileDrop = ({
  label,
  description,
  accept,
  multiple = false,
  onFiles,
}: {
  label: string
  description?: string
  /** File types as the picker wants them: `.csv`, `text/csv`. Dropped files are not filtered. */
  accept?: readonly string[]
  multiple?: boolean
  onFiles: (files: File[]) => void
}) => {
  const { t } = useI18n()
  const give = (files: File[]) => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <DropZone
      aria-label={label}
      onDrop={async ({ items }) => {
        const files = await Promise.all(items.map((item) => (item.kind === 'file' ? item.getFile() : undefined)))
        give(files.filter((file) => file !== undefined))
      }}
      className="flex flex-col items-center gap-2 rounded-xl border-[1.5px] border-line-strong border-dashed px-6 py-8 text-center transition-colors duration-100 data-drop-target:border-accent data-drop-target:bg-accent-soft"
    >
      <span className="grid size-11 place-items-center rounded-full bg-sunk text-ink-muted">
        <Icon of={FileUp} size={20} />
      </span>
      <p className="font-[560]">{label}</p>
      {description !== undefined && <p className="max-w-[46ch] text-ink-muted">{description}</p>}
      <FileTrigger
        allowsMultiple={multiple}
        {...(accept ? { acceptedFileTypes: [...accept] } : {})}
        onSelect={(files) => give(files ? [...files] : [])}
      >
        <Button className="mt-1">{t('ui.chooseFile')}</Button>
      </FileTrigger>
    </DropZone>
  )
}
