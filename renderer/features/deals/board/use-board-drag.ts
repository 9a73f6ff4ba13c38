import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react'

import { type BoardColumn, type Spot, STRAY, type Step, stepSpot, targetsFor, WON } from './board-model.ts'
import { autoScroll, elementsUnder, spotUnder } from './pointer-spot.ts'

/** A card in the hand: where it came from, and where it would land. */
export type Held = { id: string; from: Spot; spot: Spot; by: 'pointer' | 'keys' }
export type DragTold = 'grabbed' | 'moved' | 'dropped' | 'cancelled'

/** A mouse that moves less than this clicks. */
const CLICK_SLOP = 5
/** A finger that moves before this scrolls. Milliseconds. */
const LONG_PRESS = 250

type Options = {
  columns: readonly BoardColumn[]
  onDrop: (id: string, spot: Spot) => void
  onTold: (told: DragTold, held: Held) => void
}

const sameSpot = (a: Spot, b: Spot): boolean => a.column === b.column && a.index === b.index

const spotOf = (columns: readonly BoardColumn[], id: string): Spot | undefined => {
  for (const column of columns) {
    const index = column.deals.findIndex((deal) => deal.id === id)
    if (index >= 0) return { column: column.id, index }
  }
  return undefined
}

/**
 * Picking cards up and putting them down, by pointer (mouse, pen, a finger after a long press) and by keys.
 * One card is held at a time. A drop where it came from, or outside, changes nothing.
 */
export const useBoardDrag = ({ columns, onDrop, onTold }: Options) => {
  const [held, setHeld] = useState<Held>()
  const clone = useRef<HTMLDivElement>(null)
  const latest = useRef({ columns, held, onDrop, onTold })
  latest.current = { columns, held, onDrop, onTold }
  const justDragged = useRef(false)
  const stopPointer = useRef<() => void>(undefined)

  const update = useCallback((next: Held | undefined) => {
    latest.current.held = next
    setHeld(next)
  }, [])

  const grab = useCallback(
    (id: string, by: Held['by']): boolean => {
      const from = spotOf(latest.current.columns, id)
      if (!from) return false
      const next: Held = { id, from, spot: from, by }
      update(next)
      latest.current.onTold('grabbed', next)
      return true
    },
    [update],
  )

  const moveTo = useCallback(
    (spot: Spot) => {
      const { held: now, onTold: tell } = latest.current
      if (!now || sameSpot(now.spot, spot)) return
      const next = { ...now, spot }
      update(next)
      tell('moved', next)
    },
    [update],
  )

  const step = useCallback(
    (towards: Step) => {
      const { held: now, columns: shown } = latest.current
      if (now) moveTo(stepSpot(targetsFor(shown, now.id), now.spot, towards))
    },
    [moveTo],
  )

  const cancel = useCallback(() => {
    const { held: now, onTold: tell } = latest.current
    stopPointer.current?.()
    if (!now) return
    update(undefined)
    tell('cancelled', now)
  }, [update])

  const drop = useCallback(() => {
    const { held: now, onDrop: put, onTold: tell } = latest.current
    if (!now) return
    const { column } = now.spot
    if (sameSpot(now.from, now.spot) || column === STRAY || (column === WON && now.from.column === WON)) return cancel()
    update(undefined)
    tell('dropped', now)
    put(now.id, now.spot)
  }, [update, cancel])

  const onPointerDown = useCallback(
    (event: ReactPointerEvent<HTMLElement>, id: string) => {
      if (event.button !== 0 || !event.isPrimary || latest.current.held) return
      const card = event.currentTarget
      const box = card.getBoundingClientRect()
      const start = { x: event.clientX, y: event.clientY }
      let at = start
      let timer: ReturnType<typeof setTimeout> | undefined
      let frame = 0
      justDragged.current = false

      const follow = () => {
        if (!latest.current.held) return
        const { current } = clone
        if (current) {
          current.style.width = `${box.width}px`
          current.style.transform = `translate(${box.left + at.x - start.x}px, ${box.top + at.y - start.y}px)`
          current.style.visibility = 'visible'
        }
        const elements = elementsUnder(at)
        autoScroll(at, elements)
        const under = spotUnder(at, elements, targetsFor(latest.current.columns, id))
        moveTo(under ?? latest.current.held.from)
        frame = requestAnimationFrame(follow)
      }
      const begin = () => {
        justDragged.current = true
        if (grab(id, 'pointer')) follow()
      }
      const onMove = (move: PointerEvent) => {
        if (move.pointerId !== event.pointerId) return
        at = { x: move.clientX, y: move.clientY }
        if (latest.current.held || Math.hypot(at.x - start.x, at.y - start.y) < CLICK_SLOP) return
        if (event.pointerType === 'touch') stop()
        else begin()
      }
      const onUp = (up: PointerEvent) => {
        if (up.pointerId !== event.pointerId) return
        stop()
        drop()
      }
      const onCancel = () => cancel()
      const onKey = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.preventDefault()
        key.stopPropagation()
        cancel()
      }
      const keepStill = (touch: TouchEvent) => {
        if (latest.current.held) touch.preventDefault()
      }
      const stop = () => {
        clearTimeout(timer)
        cancelAnimationFrame(frame)
        window.removeEventListener('pointermove', onMove)
        window.removeEventListener('pointerup', onUp)
        window.removeEventListener('pointercancel', onCancel)
        window.removeEventListener('keydown', onKey, true)
        card.removeEventListener('touchmove', keepStill)
        stopPointer.current = undefined
      }
      stopPointer.current = stop
      window.addEventListener('pointermove', onMove)
      window.addEventListener('pointerup', onUp)
      window.addEventListener('pointercancel', onCancel)
      window.addEventListener('keydown', onKey, true)
      card.addEventListener('touchmove', keepStill, { passive: false })
      if (event.pointerType === 'touch') timer = setTimeout(begin, LONG_PRESS)
    },
    [grab, moveTo, drop, cancel],
  )

  useEffect(() => () => stopPointer.current?.(), [])

  /** Whether the click that a drag ends with is to be ignored; asked once. */
  const swallowClick = useCallback(() => {
    const swallow = justDragged.current
    justDragged.current = false
    return swallow
  }, [])

  return { held, clone, grab, step, drop, cancel, onPointerDown, swallowClick }
}
