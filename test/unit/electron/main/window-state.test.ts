import { expect, test } from 'vitest'

import { isReachable, openingBounds } from '../../../../electron/main/window-state.ts'

const primary = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1280, y: 0, width: 1280, height: 1024 }
const state = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  maximized: false,
})

test('a window on a display that is still there opens where it was', () => {
  expect(openingBounds(state(-1200, 30), [primary, left])).toEqual({ x: -1200, y: 30, width: 1000, height: 700 })
})

test('a window on a display that has gone keeps its size and is placed by the system', () => {
  expect(openingBounds(state(-1200, 30), [primary])).toEqual({ width: 1000, height: 700 })
})

test('a window is reachable by its title bar, not by its bottom', () => {
  expect(isReachable({ x: 0, y: -600, width: 1000, height: 700 }, [primary])).toBe(false)
  expect(isReachable({ x: 1800, y: 0, width: 1000, height: 700 }, [primary])).toBe(true)
  expect(isReachable({ x: 1801, y: 0, width: 1000, height: 700 }, [primary])).toBe(false)
  expect(isReachable({ x: 0, y: 1020, width: 1000, height: 700 }, [primary])).toBe(false)
})

test('a window is never larger than a display and never smaller than the layout', () => {
  expect(openingBounds(state(0, 0, 4000, 3000), [primary])).toMatchObject({ width: 1920, height: 1040 })
  expect(openingBounds(undefined, [{ x: 0, y: 0, width: 640, height: 480 }])).toEqual({ width: 800, height: 560 })
})
