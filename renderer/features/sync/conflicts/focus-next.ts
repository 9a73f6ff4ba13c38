import { focusPageIfLost } from '../../../ui/index.ts'

/**
 * Finds, while `from` is still there, what there is to decide after it, or before it where it is the last.
 * @returns gives the first choice of that the focus; the page, where there is none
 */
export const focusNext = (from: Element | null): (() => void) => {
  const others = [...document.querySelectorAll<HTMLElement>('main [data-conflict]')].filter(
    (item) => !from?.contains(item),
  )
  const isAfter = (item: Element) =>
    from !== null && (from.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = others.find(isAfter) ?? others.at(-1)
  return () => {
    next?.querySelector<HTMLElement>('ul button')?.focus()
    requestAnimationFrame(focusPageIfLost)
  }
}
