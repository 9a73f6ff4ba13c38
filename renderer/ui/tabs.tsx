import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'

import { cx } from './cx.ts'

export type TabItem = { id: string; label: string; count?: number | string; content: ReactNode }

/** Parts of one page. Only the open one is drawn. */
export const Tabs = ({
  label,
  items,
  selected,
  onSelect,
  className,
}: {
  /** For screen readers. */
  label: string
  items: readonly TabItem[]
  selected?: string
  onSelect?: (id: string) => void
  className?: string
}) => (
  <AriaTabs
    {...(selected === undefined ? {} : { selectedKey: selected })}
    {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
    className={cx('flex min-h-0 flex-col', className)}
  >
    <TabList aria-label={label} className="flex flex-none gap-1 border-line border-b px-3.5 pb-2">
      {items.map((item) => (
        <Tab
          key={item.id}
          id={item.id}
          className="flex cursor-default gap-1.5 rounded-md px-2.5 py-1 font-[520] text-ink-muted outline-offset-0 data-hovered:text-ink data-selected:bg-sunk data-selected:text-ink data-focus-visible:outline-2 data-focus-visible:outline-accent"
        >
          {item.label}
          {item.count !== undefined && <span className="font-normal text-ink-faint">{item.count}</span>}
        </Tab>
      ))}
    </TabList>
    {items.map((item) => (
      <TabPanel key={item.id} id={item.id} className="min-h-0 flex-1 overflow-auto outline-none">
        {item.content}
      </TabPanel>
    ))}
  </AriaTabs>
)
