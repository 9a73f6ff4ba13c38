import { readFileSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  maximized: z.boolean(),
})
type WindowState = z.infer<typeof stateSchema>

/** Where the window was left; undefined at the first start, or when the file can't be read. */
export const readWindowState = (file: string): WindowState | undefined => {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** As much of the title bar must be on a display, in pixels, that it can be taken hold of. */
const HANDLE = { width: 120, height: 32 }

const overlap = (from: number, to: number, low: number, high: number) => Math.min(to, high) - Math.max(from, low)

/** Whether a window with these bounds can be reached on one of the displays' work areas. */
export const isReachable = (bounds: Rectangle, workAreas: readonly Rectangle[]): boolean =>
  workAreas.some(
    (area) =>
      overlap(bounds.x, bounds.x + bounds.width, area.x, area.x + area.width) >= HANDLE.width &&
      overlap(bounds.y, bounds.y + HANDLE.height, area.y, area.y + area.height) >= HANDLE.height,
  )

/** The size of a first window, in pixels; the smallest is what the layout is drawn for. */
const DEFAULT_SIZE = { width: 1280, height: 820 }
export const MIN_SIZE = { width: 800, height: 560 }

/**
 * The bounds to open with: as left, or only the size where the display has gone, and never larger than a display.
 * `workAreas` has the primary display first.
 */
export const openingBounds = (
  state: WindowState | undefined,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } => {
  const bounds = state?.bounds ?? DEFAULT_SIZE
  const width = Math.min(bounds.width, Math.max(...workAreas.map((area) => area.width)))
  const height = Math.min(bounds.height, Math.max(...workAreas.map((area) => area.height)))
  const size = { width: Math.max(width, MIN_SIZE.width), height: Math.max(height, MIN_SIZE.height) }
  if (!state || !isReachable(state.bounds, workAreas)) return size
  return { ...size, x: state.bounds.x, y: state.bounds.y }
}

/** Keeps the file at where the window is left. Not knowing it the next time is no reason to fail now. */
export const followWindow = (window: BrowserWindow, file: string): void => {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(file, JSON.stringify(state))
    } catch {
      return
    }
  })
}
