import { X } from 'lucide-react'
import type { FocusEvent } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_ToastRegion as Region,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components/Toast'

import { useI18n } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export type ToastMessage = {
  message: string
  /** A bad one stays until it is closed. */
  tone?: 'neutral' | 'bad'
  /** Stays until it is closed. */
  stays?: boolean
  action?: { label: string; onAction: () => void }
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
const SHOWN_FOR = 6_000

/** Says what happened, for six seconds (the clock stops while the pointer or the focus is on it). Returns its key. */
export const toast = (message: ToastMessage): string =>
  queue.add(message, message.tone === 'bad' || message.stays ? {} : { timeout: SHOWN_FOR })

export const dismissToast = (key: string): void => queue.close(key)

/** Takes back everything that was said: what it is about is gone. */
export const dismissToasts = (): void => queue.clear()

/** What had the focus before a button of a toast got it. */
let before: Element | null = null

const remember = ({ relatedTarget, currentTarget }: FocusEvent): void => {
  if (!currentTarget.closest('[role=region]')?.contains(relatedTarget)) before = relatedTarget
}

/**
 * Gives the focus back before its toast goes. The toast region follows the focus by its events, and there is none when
 * an element is taken away: it would then pull the focus into the next toast, where the keys of the window are dead.
 */
const leave = (): void => {
  const { activeElement } = document
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  else if (activeElement instanceof HTMLElement) activeElement.blur()
}

/** Where toasts appear: once in the window. F6 reaches it. */
export const ToastRegion = () => {
  const { t } = useI18n()
  return (
    <Region
      queue={queue}
      aria-label={t('ui.notices')}
      className="pointer-events-none fixed inset-x-0 bottom-[18px] z-60 flex flex-col-reverse items-center gap-2 outline-none"
    >
      {({ toast: shown, toast: { key, content } }) => (
        <Toast
          key={key}
          // The whole of it: its clock is in there.
          toast={shown}
          className={cx(
            'pointer-events-auto flex max-w-[min(90vw,560px)] animate-slide items-center gap-3.5 rounded-lg py-2 ps-3.5 pe-2 shadow-raise outline-offset-2',
            content.tone === 'bad' ? 'bg-red text-red-ink' : 'bg-ink text-surface',
          )}
        >
          <ToastContent className="min-w-0">
            <Text slot="title">{content.message}</Text>
          </ToastContent>
          {content.action && (
            <AriaButton
              className="flex-none rounded-sm font-[560] underline underline-offset-3 outline-current"
              onFocus={remember}
              onPress={() => {
                leave()
                content.action?.onAction()
                queue.close(key)
              }}
            >
              {content.action.label}
            </AriaButton>
          )}
          <AriaButton
            slot="close"
            aria-label={t('ui.close')}
            onFocus={remember}
            onPress={leave}
            className="grid size-6 flex-none place-items-center rounded-md opacity-70 outline-current data-hovered:opacity-100"
          >
            <Icon of={X} size={14} />
          </AriaButton>
        </Toast>
      )}
    </Region>
  )
}
