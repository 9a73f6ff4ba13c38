import { useEffect } from 'react'

/**
 * Gives the focus to the page when what was open has closed and nothing has it: the button that opened it may be gone by
 * then, and whoever uses the keyboard would begin at the top of the window again.
 */
export const useFocusBack = (isOpen: boolean): void => {
  useEffect(() => {
    if (!isOpen) return
    return () => {
      // A frame later the focus has gone back to where it came from, where that is still there.
      requestAnimationFrame(() => requestAnimationFrame(focusPageIfLost))
    }
  }, [isOpen])
}

/** Focuses the page when nothing in the window has the focus any more. */
export const focusPageIfLost = (): void => {
  const { activeElement, body } = document
  if (activeElement === null || activeElement === body) document.querySelector<HTMLElement>('main')?.focus()
}
