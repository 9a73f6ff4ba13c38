import { GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'

import { Icon } from './icon.tsx'

/**
 * Items in an order of their owner's making: dragged by their handle, or with the keyboard: Enter on the handle picks
 * one up, the arrows carry it, Enter puts it down.
 */
export const SortableList = <T extends { id: string }>({
  label,
  items,
  textOf,
  dragLabel,
  onMove,
  children,
}: {
  label: string
  items: readonly T[]
  /** What an item is called, for screen readers. */
  textOf: (item: T) => string
  /** The name of its handle. */
  dragLabel: (item: T) => string
  /** `index` is the place among the others. */
  onMove: (id: string, index: number) => void
  children: (item: T) => ReactNode
}) => {
  const { dragAndDropHooks } = useDragAndDrop<T>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map(String)
      if (moved === undefined || moved === String(target.key)) return
      const others = items.filter(({ id }) => id !== moved)
      const at = others.findIndex(({ id }) => id === String(target.key))
      onMove(moved, target.dropPosition === 'after' ? at + 1 : at)
    },
  })
  return (
    <GridList
      aria-label={label}
      items={items}
      selectionMode="none"
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      className="flex flex-col rounded-lg border border-line outline-none [&_.react-aria-DropIndicator[data-drop-target]]:h-0.5 [&_.react-aria-DropIndicator[data-drop-target]]:bg-accent"
    >
      {(item) => (
        <GridListItem
          id={item.id}
          textValue={textOf(item)}
          className="flex min-h-11 items-center gap-2 border-line border-b py-1.5 ps-1 pe-2 outline-offset-[-2px] last:border-b-0 data-dragging:opacity-50 data-focus-visible:outline-2 data-focus-visible:outline-accent"
        >
          <AriaButton
            slot="drag"
            aria-label={dragLabel(item)}
            className="grid size-6 flex-none cursor-grab place-items-center rounded-md text-ink-faint hover:text-ink"
          >
            <Icon of={GripVertical} size={14} />
          </AriaButton>
          {children(item)}
        </GridListItem>
      )}
    </GridList>
  )
}
