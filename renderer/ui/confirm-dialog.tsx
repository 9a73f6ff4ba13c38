import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

import { useI18n } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { useFocusBack } from './focus-back.ts'

/** Asks before something that undo cannot bring back. Escape and the first button mean no. */
export const ConfirmDialog = ({
  title,
  children,
  confirmLabel,
  cancelLabel,
  danger = false,
  isOpen,
  isPending = false,
  onConfirm,
  onClose,
}: {
  title: string
  children: ReactNode
  confirmLabel: string
  /** Says no; “Cancel” where left out. */
  cancelLabel?: string
  danger?: boolean
  isOpen: boolean
  isPending?: boolean
  onConfirm: () => void
  onClose: () => void
}) => {
  const { t } = useI18n()
  useFocusBack(isOpen)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      className="fixed inset-0 z-50 flex items-start justify-center bg-scrim p-4 pt-[18vh] data-entering:animate-fade"
    >
      <Modal className="w-full max-w-[400px] rounded-xl bg-surface text-ink shadow-float data-entering:animate-slide">
        <AriaDialog role="alertdialog" className="p-5 outline-none">
          <Heading slot="title" className="font-[640] text-lg tracking-tight">
            {title}
          </Heading>
          <div className="mt-1.5 text-ink-muted">{children}</div>
          <div className="mt-5 flex justify-end gap-2">
            <Button onPress={onClose} autoFocus={danger}>
              {cancelLabel ?? t('ui.cancel')}
            </Button>
            <Button
              variant={danger ? 'danger' : 'primary'}
              isPending={isPending}
              onPress={onConfirm}
              autoFocus={!danger}
            >
              {confirmLabel}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
