import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

export const ROW_HEIGHT = 36
export const HEADER_HEIGHT = 31
const AROUND = 8

/** Rows `start` up to, not including, `end`. */
export type RowRange = { start: number; end: number }

/** The rows in sight and a few around them. Heights in px, `top` from the start of the first row. */
export const rangeOf = (top: number, height: number, count: number): RowRange => ({
  start: Math.max(0, Math.min(count, Math.floor(top / ROW_HEIGHT)) - AROUND),
  end: Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + AROUND),
})

/** Follows the scroll place of `ref` and says which rows to draw; `show` brings a row into sight. */
export const useGridWindow = (ref: RefObject<HTMLElement | null>, count: number) => {
  const [{ start, end }, setRange] = useState<RowRange>({ start: 0, end: Math.min(count, 40) })

  const measure = useCallback(() => {
    const box = ref.current
    if (!box) return
    const next = rangeOf(box.scrollTop, box.clientHeight - HEADER_HEIGHT, count)
    setRange((known) => (known.start === next.start && known.end === next.end ? known : next))
  }, [ref, count])

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

  const show = useCallback(
    (index: number) => {
      const box = ref.current
      if (!box) return
      const top = index * ROW_HEIGHT
      const inSight = box.clientHeight - HEADER_HEIGHT
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + ROW_HEIGHT > box.scrollTop + inSight) box.scrollTop = top + ROW_HEIGHT - inSight
      measure()
    },
    [ref, measure],
  )
  const rowsInSight = () => Math.max(1, Math.floor(((ref.current?.clientHeight ?? 0) - HEADER_HEIGHT) / ROW_HEIGHT) - 1)
  return { range: { start, end: Math.min(end, count) }, show, rowsInSight }
}
