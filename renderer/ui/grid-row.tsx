// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be windowed and keep their layout
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows and cells follow it
import { type MouseEvent, memo } from 'react'

import { CheckMark } from './checkbox.tsx'
import { cx } from './cx.ts'
import type { GridColumn } from './grid-column.ts'
import { ROW_HEIGHT } from './grid-window.ts'
import { Skeleton } from './progress.tsx'

/** What can be done with a row; the same functions for all rows and at all times, so that none is drawn in vain. */
export type GridRowActions = {
  press: (event: MouseEvent, index: number) => void
  open: (index: number) => void
  check: (event: MouseEvent, index: number) => void
}

const Drawn = <Row,>({
  id,
  index,
  row,
  columns,
  tracks,
  selected,
  active,
  current,
  actions,
}: {
  id: string
  index: number
  row: Row | undefined
  columns: readonly GridColumn<Row>[]
  tracks: string
  /** Nothing where the grid has no checkboxes. */
  selected: boolean | undefined
  active: boolean
  current: boolean
  actions: GridRowActions
}) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
  <div
    role="row"
    id={id}
    aria-rowindex={index + 2}
    aria-selected={selected}
    aria-current={current ? 'true' : undefined}
    onMouseDown={(event) => {
      // A range is taken by Shift, not the text between.
      if (event.shiftKey) event.preventDefault()
    }}
    onClick={(event) => actions.press(event, index)}
    onDoubleClick={() => actions.open(index)}
    className={cx(
      'absolute inset-x-0 grid cursor-default items-center border-line border-b px-2',
      current ? 'bg-accent-soft' : selected ? 'bg-accent-soft/60' : 'hover:bg-sunk/50',
      active && 'in-focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]',
    )}
    style={{ gridTemplateColumns: tracks, height: ROW_HEIGHT, top: index * ROW_HEIGHT }}
  >
    {selected !== undefined && (
      // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid does it
      <div
        role="gridcell"
        aria-colindex={1}
        onClick={(event) => actions.check(event, index)}
        className="grid h-full place-items-center"
      >
        <CheckMark selected={selected} />
      </div>
    )}
    {columns.map((column, at) => (
      <div
        key={column.id}
        role="gridcell"
        aria-colindex={at + (selected === undefined ? 1 : 2)}
        className={cx('min-w-0 truncate px-2.5', column.align === 'end' && 'text-end')}
      >
        {row === undefined ? <Skeleton className="h-3 w-2/3" /> : column.cell(row, index)}
      </div>
    ))}
  </div>
)

/** One row of a data grid, at its place; grey shapes until its record is there. Drawn again only when it changes. */
export const GridRow = memo(Drawn) as typeof Drawn
