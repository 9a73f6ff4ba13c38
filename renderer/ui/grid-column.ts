import type { ReactNode } from 'react'

/** A column of a data grid. */
export type GridColumn<Row> = {
  id: string
  header: string
  /** Px. The least width; with `grow` it takes its share of what is left. */
  width: number
  grow?: number
  align?: 'start' | 'end'
  sortable?: boolean
  /** Only looks: what is drawn here is not reached by Tab. */
  cell: (row: Row, index: number) => ReactNode
}

export type GridSort = { column: string; descending: boolean }

const CHECK_WIDTH = 40

/** The CSS grid that header and rows share, and the width under which the grid scrolls sideways. */
export const tracksOf = <Row>(
  columns: readonly GridColumn<Row>[],
  checks: boolean,
): { tracks: string; width: number } => ({
  tracks: [
    ...(checks ? [`${CHECK_WIDTH}px`] : []),
    ...columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)),
  ].join(' '),
  width: columns.reduce((sum, { width }) => sum + width, checks ? CHECK_WIDTH : 0),
})
