import { X } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

import { useI18n } from '../i18n/index.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { cx } from './cx.ts'
import { useFocusBack } from './focus-back.ts'
import { IconButton } from './icon-button.tsx'

const widths = { sm: 'max-w-[400px]', md: 'max-w-[540px]', lg: 'max-w-[760px]', xl: 'max-w-[1040px]' } as const

export type DialogProps = {
  title: string
  description?: string | undefined
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** The buttons at the end. Inside the form when there is `onSubmit`. */
  footer?: ReactNode
  /** Makes the dialog a form, so that Enter saves. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  size?: keyof typeof widths
  /** `drawer` comes from the end of the window and is as high as it. */
  variant?: 'modal' | 'drawer'
  /** `false` where closing by a click outside would lose work. Escape and the button still close it. */
  isDismissable?: boolean
  /** Something was typed that closing would lose: Escape and the button ask first, a click outside does nothing. */
  isDirty?: boolean
  /** Text only: nothing inside takes the focus, so the whole does, to be scrolled by the keys. */
  isText?: boolean
}

const overlay = {
  modal: 'items-start justify-center p-4 pt-[9vh]',
  drawer: 'items-stretch justify-end',
} as const

const box = {
  modal: 'max-h-[82vh] rounded-xl data-entering:animate-slide',
  drawer: 'h-full data-entering:animate-fade',
} as const

/** A dialog over the window: keeps the focus inside, gives it back when closed. */
export const Dialog = ({
  title,
  description,
  isOpen,
  onClose,
  children,
  footer,
  onSubmit,
  size = 'md',
  variant = 'modal',
  isDismissable = true,
  isDirty = false,
  isText = false,
}: DialogProps) => {
  const { t } = useI18n()
  const [asking, setAsking] = useState(false)
  useFocusBack(isOpen)
  const leave = () => (isDirty ? setAsking(true) : onClose())
  const body = (
    <>
      <div
        {...(isText && { tabIndex: 0 })}
        className="min-h-0 flex-1 overflow-auto px-5 pt-1 pb-5 outline-offset-[-2px]"
      >
        {children}
      </div>
      {footer !== undefined && (
        <footer className="flex flex-none items-center justify-end gap-2 border-line border-t px-5 py-3">
          {footer}
        </footer>
      )}
    </>
  )
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) leave()
      }}
      isDismissable={isDismissable && !isDirty}
      className={cx('fixed inset-0 z-40 flex bg-scrim data-entering:animate-fade', overlay[variant])}
    >
      <Modal
        className={cx('relative flex w-full min-h-0 bg-surface text-ink shadow-float', widths[size], box[variant])}
      >
        <AriaDialog className="flex min-h-0 w-full flex-col outline-none">
          <header className="flex flex-none items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="font-[640] text-lg tracking-tight">
                {title}
              </Heading>
              {description !== undefined && <p className="mt-0.5 text-ink-muted">{description}</p>}
            </div>
            <IconButton icon={X} label={t('ui.close')} small onPress={leave} className="-me-1.5" />
          </header>
          {onSubmit ? (
            <form noValidate onSubmit={onSubmit} className="flex min-h-0 flex-1 flex-col">
              {body}
            </form>
          ) : (
            body
          )}
          <ConfirmDialog
            isOpen={asking}
            title={t('ui.discard.title')}
            confirmLabel={t('ui.discard.yes')}
            cancelLabel={t('ui.discard.no')}
            danger
            onConfirm={onClose}
            onClose={() => setAsking(false)}
          >
            {t('ui.discard.text')}
          </ConfirmDialog>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
