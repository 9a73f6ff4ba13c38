import type { Spot, Target } from './board-model.ts'

/** A card and the space under it, in pixels: every card is as high as the next, so that places can be reckoned. */
export const CARD_HEIGHT = 86
export const CARD_PITCH = 94

export type Point = { x: number; y: number }

/** Marks a column (its value is the column's id), the scrolling list in it, and the board that scrolls sideways. */
export const columnMark = 'data-board-column'
export const listMark = 'data-board-list'
export const boardMark = 'data-board'

const markedUnder = ({ x, y }: Point, mark: string): HTMLElement | undefined => {
  for (const element of document.elementsFromPoint(x, y)) {
    const marked = element.closest<HTMLElement>(`[${mark}]`)
    if (marked) return marked
  }
  return undefined
}

/** The spot under a point, or undefined outside of every target. */
export const spotUnder = (point: Point, targets: readonly Target[]): Spot | undefined => {
  const column = markedUnder(point, columnMark)
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
export const autoScroll = (point: Point): void => {
  const list = markedUnder(point, listMark)
  const board = markedUnder(point, boardMark)
  if (list) {
    const { top, bottom } = list.getBoundingClientRect()
    list.scrollTop += pull(point.y, top, bottom)
  }
  if (board) {
    const { left, right } = board.getBoundingClientRect()
    board.scrollLeft += pull(point.x, left, right)
  }
}
