import type { Spot, Target } from './board-model.ts'

/** A card and the space under it, in pixels: every card is as high as the next, so that places can be reckoned. */
export const CARD_PITCH = 94

export type Point = { x: number; y: number }

/** Marks a column (its value is the column's id), the scrolling list in it, and the board that scrolls sideways. */
export const columnMark = 'data-board-column'
export const listMark = 'data-board-list'
export const boardMark = 'data-board'

/** What lies under a point; asked once for each frame of a drag. */
export const elementsUnder = ({ x, y }: Point): readonly Element[] => document.elementsFromPoint(x, y)

const marked = (elements: readonly Element[], mark: string): HTMLElement | undefined => {
  for (const element of elements) {
    const found = element.closest<HTMLElement>(`[${mark}]`)
    if (found) return found
  }
  return undefined
}

/** The spot under a point, or undefined outside of every target. */
export const spotUnder = (point: Point, elements: readonly Element[], targets: readonly Target[]): Spot | undefined => {
  const column = marked(elements, columnMark)
  const target = targets.find(({ id }) => id === column?.getAttribute(columnMark))
  if (!column || !target) return undefined
  const list = column.querySelector<HTMLElement>(`[${listMark}]`)
  const top = list ? list.getBoundingClientRect().top - list.scrollTop : 0
  const row = list ? Math.floor((point.y - top) / CARD_PITCH) : 0
  return { column: target.id, index: Math.min(Math.max(0, row), target.count) }
}

const EDGE = 44
const SPEED = 12

const pull = (at: number, from: number, to: number): number => {
  if (at < from + EDGE) return -SPEED
  return at > to - EDGE ? SPEED : 0
}

/** Scrolls what is under the point when the point is near its edge. */
export const autoScroll = (point: Point, elements: readonly Element[]): void => {
  const list = marked(elements, listMark)
  const board = marked(elements, boardMark)
  if (list) {
    const { top, bottom } = list.getBoundingClientRect()
    list.scrollTop += pull(point.y, top, bottom)
  }
  if (board) {
    const { left, right } = board.getBoundingClientRect()
    board.scrollLeft += pull(point.x, left, right)
  }
}
