import { describe, expect, test } from 'vitest'

import { tracksOf } from '../../../../renderer/ui/grid-column.ts'
import { gridCommandOf } from '../../../../renderer/ui/grid-keys.ts'
import {
  allSelected,
  isSelected,
  noSelection,
  selectedCount,
  toggleRow,
  withRows,
} from '../../../../renderer/ui/grid-selection.ts'
import { rangeOf } from '../../../../renderer/ui/grid-window.ts'

describe('selection', () => {
  test('all but some', () => {
    const most = toggleRow(toggleRow(allSelected, 'a'), 'b')
    expect([isSelected(most, 'a'), isSelected(most, 'c'), selectedCount(most, 100_000)]).toEqual([false, true, 99_998])
    expect(selectedCount(toggleRow(most, 'a'), 100_000)).toBe(99_999)
  })

  test('a range is added in both modes', () => {
    expect([...withRows(noSelection, ['a', 'b'], true).ids]).toEqual(['a', 'b'])
    expect([...withRows({ mode: 'allBut', ids: new Set(['a', 'c']) }, ['a', 'b'], true).ids]).toEqual(['c'])
  })
})

describe('window', () => {
  test('draws what is in sight and eight rows around', () => {
    expect(rangeOf(0, 360, 100_000)).toEqual({ start: 0, end: 18 })
    expect(rangeOf(36 * 1000, 360, 100_000)).toEqual({ start: 992, end: 1018 })
    expect(rangeOf(36 * 99_990, 360, 100_000)).toEqual({ start: 99_982, end: 100_000 })
    expect(rangeOf(0, 360, 0)).toEqual({ start: 0, end: 0 })
  })

  test('stays within a list that became shorter', () => {
    expect(rangeOf(36 * 1000, 360, 5)).toEqual({ start: 0, end: 5 })
  })
})

describe('keys', () => {
  const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
    gridCommandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held }, 10, 100, 20)

  test('move and stop at the ends', () => {
    expect(press('ArrowUp')).toEqual({ kind: 'move', move: { to: 9, extend: false } })
    expect(press('PageUp')).toEqual({ kind: 'move', move: { to: 0, extend: false } })
    expect(press('End', { shiftKey: true })).toEqual({ kind: 'move', move: { to: 99, extend: true } })
  })

  test('letters are left to others but Ctrl+A takes all', () => {
    expect(press('a')).toBeUndefined()
    expect(press('a', { ctrlKey: true })).toEqual({ kind: 'all' })
  })
})

test('columns share what is left, and scroll below their least widths', () => {
  const columns = [
    { id: 'a', header: 'A', width: 200, grow: 2, cell: () => null },
    { id: 'b', header: 'B', width: 100, cell: () => null },
  ]
  expect(tracksOf(columns, true)).toEqual({ tracks: '40px minmax(200px, 2fr) 100px', width: 340 })
})
