import type { KeyboardEvent } from 'react'

type GridMove = { to: number; extend: boolean }
export type GridCommand = { kind: 'move'; move: GridMove } | { kind: 'open' | 'toggle' | 'all' | 'none' }

/** What a key means in a grid of `count` rows with the cursor on `at` (-1: nowhere) and `page` rows in sight. */
export const gridCommandOf = (
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  at: number,
  count: number,
  page: number,
): GridCommand | undefined => {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  const step = steps[event.key]
  if (step !== undefined && count > 0)
    return { kind: 'move', move: { to: Math.max(0, Math.min(count - 1, step)), extend: event.shiftKey } }
  if (event.key === 'Enter') return { kind: 'open' }
  if (event.key === ' ') return { kind: 'toggle' }
  if (event.key === 'Escape') return { kind: 'none' }
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return { kind: 'all' }
  return undefined
}
