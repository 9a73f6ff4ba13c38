// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be windowed and keep their layout
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows and cells follow it
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { PointerEvent } from 'react'

import { useI18n } from '../i18n/index.ts'
import { CheckMark } from './checkbox.tsx'
import { cx } from './cx.ts'
import type { GridColumn, GridSort } from './grid-column.ts'
import { Icon } from './icon.tsx'

const MIN_WIDTH = 60

const ResizeHandle = ({ column, onResize }: { column: GridColumn<never>; onResize: (width: number) => void }) => {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    const handle = event.currentTarget
    const rtl = getComputedStyle(handle).direction === 'rtl'
    const width = handle.parentElement?.clientWidth ?? column.width
    const from = event.clientX
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = ({ clientX }) =>
      onResize(Math.max(MIN_WIDTH, Math.round(width + (clientX - from) * (rtl ? -1 : 1))))
    handle.onlostpointercapture = () => {
      handle.onpointermove = null
    }
  }
  return (
    <span
      aria-hidden
      onPointerDown={start}
      className="absolute inset-y-1.5 -end-1 z-10 w-2 cursor-col-resize border-line-strong hover:border-s-2"
    />
  )
}

/** The sticky first line of a data grid. */
export const GridHeader = ({
  columns,
  tracks,
  sort,
  onSort,
  onResize,
  checked,
  onCheckAll,
}: {
  columns: readonly GridColumn<never>[]
  tracks: string
  sort: GridSort | undefined
  onSort: ((sort: GridSort) => void) | undefined
  onResize: ((column: string, width: number) => void) | undefined
  checked: 'none' | 'some' | 'all' | undefined
  onCheckAll: () => void
}) => {
  const { t } = useI18n()
  const shift = checked === undefined ? 1 : 2
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-[31px] items-center border-line border-b bg-surface px-2 text-ink-faint text-xs"
      style={{ gridTemplateColumns: tracks }}
    >
      {checked !== undefined && (
        <div role="columnheader" aria-colindex={1} className="grid h-full place-items-center">
          <button
            type="button"
            role="checkbox"
            aria-checked={checked === 'some' ? 'mixed' : checked === 'all'}
            aria-label={t('ui.selectAll')}
            onClick={onCheckAll}
            className="grid rounded-[5px]"
          >
            <CheckMark selected={checked === 'all'} some={checked === 'some'} />
          </button>
        </div>
      )}
      {columns.map((column, index) => {
        const sorted = sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined
        const sortable = column.sortable && onSort
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + shift}
            aria-sort={sorted ?? (sortable ? 'none' : undefined)}
            className={cx(
              'relative flex min-w-0 items-center px-2.5 font-[520]',
              column.align === 'end' && 'justify-end',
            )}
          >
            {sortable ? (
              <button
                type="button"
                onClick={() => onSort({ column: column.id, descending: sorted === 'ascending' })}
                className={cx('flex min-w-0 items-center gap-1 rounded-sm hover:text-ink', sorted && 'text-ink')}
              >
                <span className="truncate">{column.header}</span>
                {sorted && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
              </button>
            ) : (
              <span className="truncate">{column.header}</span>
            )}
            {onResize && <ResizeHandle column={column} onResize={(width) => onResize(column.id, width)} />}
          </div>
        )
      })}
    </div>
  )
}
