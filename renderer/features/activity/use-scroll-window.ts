import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

import { ROW_HEIGHT } from './day-blocks.ts'

const AROUND = 8 * ROW_HEIGHT
/** The window moves in steps of several rows, so that scrolling rarely draws. */
const STEP = 4 * ROW_HEIGHT

/** The heights between which a scrolled box is to be drawn, in px, a few rows around what is in sight. */
export const useScrollWindow = (ref: RefObject<HTMLElement | null>) => {
  const [{ from, to }, setWindow] = useState({ from: 0, to: 24 * ROW_HEIGHT })
  const measure = useCallback(() => {
    const box = ref.current
    if (!box) return
    const next = {
      from: Math.max(0, Math.floor((box.scrollTop - AROUND) / STEP) * STEP),
      to: Math.ceil((box.scrollTop + box.clientHeight + AROUND) / STEP) * STEP,
    }
    setWindow((known) => (known.from === next.from && known.to === next.to ? known : next))
  }, [ref])
  useLayoutEffect(measure, [measure])
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    box.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', measure)
    }
  }, [ref, measure])
  return { from, to, measure }
}
