import { Trash2 } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'

import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, Kbd } from '../../../ui/index.ts'

/** A dialog around a record's form: Enter in a line or Ctrl+Enter anywhere saves. */
export const FormDialog = ({
  title,
  saveLabel,
  isSaving,
  isDirty,
  onSubmit,
  onKeyDown,
  onClose,
  onDelete,
  children,
}: {
  title: string
  saveLabel: string
  isSaving: boolean
  isDirty: boolean
  onSubmit: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onClose: () => void
  /** Offers to delete the record that is edited. */
  onDelete?: () => void
  children: ReactNode
}) => {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen
      isDirty={isDirty}
      title={title}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      footer={
        <>
          {onDelete && (
            <Button variant="quiet" icon={Trash2} className="me-auto text-red" onPress={onDelete}>
              {t('activity.delete')}
            </Button>
          )}
          <Kbd keys="Mod+Enter" />
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={isSaving}>
            {saveLabel}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any field saves */}
      <div onKeyDown={onKeyDown}>{children}</div>
    </Dialog>
  )
}
