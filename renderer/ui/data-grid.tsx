// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be windowed and keep their layout
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows and cells follow it
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'

import { type GridColumn, type GridSort, tracksOf } from './grid-column.ts'
import { GridHeader } from './grid-header.tsx'
import { gridCommandOf } from './grid-keys.ts'
import { GridRow, type GridRowActions } from './grid-row.tsx'
import {
  allSelected,
  type GridSelection,
  isSelected,
  noSelection,
  selectedCount,
  toggleRow,
  withRows,
} from './grid-selection.ts'
import { HEADER_HEIGHT, ROW_HEIGHT, type RowRange, useGridWindow } from './grid-window.ts'

export type DataGridProps<Row> = {
  /** For screen readers. */
  label: string
  columns: readonly GridColumn<Row>[]
  /** How many rows there are, loaded or not. */
  count: number
  /** The row at a place, or nothing while it is on its way. */
  rowAt: (index: number) => Row | undefined
  /** The id at a place; known before its row. */
  idAt: (index: number) => string | undefined
  /** Told whenever other rows come into sight, so that they can be fetched. */
  onRange?: (range: RowRange) => void
  /** Another key is another list: the grid goes back to its top. */
  listKey?: string
  sort?: GridSort
  onSort?: (sort: GridSort) => void
  /** Shows checkboxes. Left out, nothing can be selected. */
  selection?: GridSelection
  onSelection?: (selection: GridSelection) => void
  /** The ids of `start` up to `end`, for a range that is not loaded. */
  idsBetween?: (range: RowRange) => Promise<readonly string[]>
  /** The record that is open beside the grid. */
  currentId?: string | undefined
  onOpen?: (id: string, index: number) => void
  /** Told when the keys move the cursor, so that what is open beside the grid can follow. */
  onMove?: (id: string, index: number) => void
  onResize?: (column: string, width: number) => void
  className?: string
}

/**
 * A list of any size: only the rows in sight are drawn, each 36 px high. The grid itself has the focus; arrows, Home,
 * End, Page Up and Down move the cursor, Enter or a click opens, Space selects, Shift extends, Ctrl+A takes all.
 */
export const DataGrid = <Row,>(props: DataGridProps<Row>) => {
  const { label, columns, count, rowAt, idAt, onRange, listKey, sort, onSort, selection, currentId, onOpen } = props
  const box = useRef<HTMLDivElement>(null)
  const baseId = useId()
  const [active, setActive] = useState(-1)
  const anchor = useRef(-1)
  const { range, show, rowsInSight } = useGridWindow(box, count)
  const { tracks, width } = tracksOf(columns, selection !== undefined)

  useEffect(() => onRange?.({ start: range.start, end: range.end }), [onRange, range.start, range.end])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0
    setActive(-1)
    anchor.current = -1
  }, [listKey])

  const select = (next: GridSelection) => props.onSelection?.(next)

  const selectRange = async (to: number) => {
    if (!selection) return
    const from = anchor.current < 0 ? to : anchor.current
    const rows = { start: Math.min(from, to), end: Math.max(from, to) + 1 }
    const here = Array.from({ length: rows.end - rows.start }, (_, at) => idAt(rows.start + at))
    const known = here.filter((id) => id !== undefined)
    const ids = known.length < here.length && props.idsBetween ? await props.idsBetween(rows) : known
    select(withRows(selection, ids, true))
  }

  const toggle = (index: number) => {
    const id = idAt(index)
    anchor.current = index
    if (selection && id !== undefined) select(toggleRow(selection, id))
  }

  const open = (index: number) => {
    const id = idAt(index)
    if (id !== undefined) onOpen?.(id, index)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const command = gridCommandOf(event, active, count, rowsInSight())
    if (!command || (command.kind === 'none' && (!selection || selectedCount(selection, count) === 0))) return
    event.preventDefault()
    event.stopPropagation()
    if (command.kind === 'move') {
      const { to, extend } = command.move
      if (extend && anchor.current < 0) anchor.current = Math.max(0, active)
      setActive(to)
      show(to)
      if (extend) void selectRange(to)
      else {
        anchor.current = to
        const id = idAt(to)
        if (id !== undefined) props.onMove?.(id, to)
      }
    } else if (command.kind === 'open') open(active)
    else if (command.kind === 'toggle') toggle(active)
    else select(command.kind === 'all' ? allSelected : noSelection)
  }

  const onCheck = (event: MouseEvent, index: number) => {
    event.stopPropagation()
    setActive(index)
    if (event.shiftKey) void selectRange(index)
    else toggle(index)
  }

  const onPress = (event: MouseEvent, index: number) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) return onCheck(event, index)
    setActive(index)
    anchor.current = index
    open(index)
  }

  const newest = useRef<GridRowActions>({ press: onPress, open, check: onCheck })
  newest.current = { press: onPress, open, check: onCheck }
  const [actions] = useState<GridRowActions>(() => ({
    press: (event, index) => newest.current.press(event, index),
    open: (index) => newest.current.open(index),
    check: (event, index) => newest.current.check(event, index),
  }))
  const drawn = Array.from({ length: Math.max(0, range.end - range.start) }, (_, at) => range.start + at)
  if (active >= 0 && active < count && !drawn.includes(active)) drawn.push(active)
  const selectedNow = selection ? selectedCount(selection, count) : 0

  return (
    <div
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection !== undefined}
      aria-activedescendant={active >= 0 && active < count ? `${baseId}-${active}` : undefined}
      tabIndex={0}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active < 0 && count > 0) setActive(0)
      }}
      onKeyDown={onKeyDown}
      className={`relative min-h-0 flex-1 overflow-auto bg-surface outline-none ${props.className ?? ''}`}
    >
      <div role="rowgroup" className="sticky top-0 z-10" style={{ minWidth: width }}>
        <GridHeader
          columns={columns}
          tracks={tracks}
          sort={sort}
          onSort={onSort}
          onResize={props.onResize}
          checked={selection && (selectedNow === 0 ? 'none' : selectedNow >= count ? 'all' : 'some')}
          onCheckAll={() => select(selectedNow >= count && count > 0 ? noSelection : allSelected)}
        />
      </div>
      <div
        role="rowgroup"
        className="relative"
        style={{ height: count * ROW_HEIGHT, minWidth: width, scrollMarginTop: HEADER_HEIGHT }}
      >
        {drawn.map((index) => {
          const id = idAt(index)
          return (
            <GridRow
              key={index}
              id={`${baseId}-${index}`}
              index={index}
              row={rowAt(index)}
              columns={columns}
              tracks={tracks}
              selected={selection && id !== undefined ? isSelected(selection, id) : selection && false}
              active={index === active}
              current={id !== undefined && id === currentId}
              actions={actions}
            />
          )
        })}
      </div>
    </div>
  )
}
