import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

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

/**
 * A number is read from what was typed when its field is left, or with Enter alone: Ctrl+Enter would save the one
 * before. So the field is left and entered again before the form hears of the key. Goes on an element around the field,
 * as `onKeyDownCapture`.
 */
export const commitOnCtrlEnter = ({ key, ctrlKey, metaKey, target }: KeyboardEvent<HTMLElement>): void => {
  if (key !== 'Enter' || !(ctrlKey || metaKey) || !(target instanceof HTMLElement)) return
  flushSync(() => {
    target.blur()
    target.focus()
  })
}
