import type { KeyboardEvent } from 'react'

/**
 * Ctrl+Enter saves from a field of parts as from any other: its group keeps every key to itself, so that the form would
 * not hear of it. Goes on an element around the field, as `onKeyDownCapture`.
 */
export const submitOnCtrlEnter = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.closest('form')?.requestSubmit()
}
