import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'

import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { surfaceClass } from './popover.tsx'

export type MenuEntry =
  | {
      id: string
      label: string
      icon?: IconType
      onAction: () => void
      danger?: boolean
      isDisabled?: boolean
      /** Marks the one that holds. */
      selected?: boolean
      keys?: string
    }
  | { separator: string }

/** A menu under the button that opens it. */
export const Menu = ({
  trigger,
  items,
  placement = 'bottom start',
}: {
  trigger: ReactElement
  items: readonly MenuEntry[]
  placement?: NonNullable<AriaPopoverProps['placement']>
}) => (
  <MenuTrigger>
    {trigger}
    <AriaPopover placement={placement} offset={5} className={cx(surfaceClass, 'min-w-44')}>
      <AriaMenu className="max-h-[70vh] overflow-auto p-1 outline-none">
        {items.map((item) =>
          'separator' in item ? (
            <Separator key={item.separator} className="mx-1 my-1 h-px bg-line" />
          ) : (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
              onAction={item.onAction}
              className={cx(
                'flex cursor-default items-center gap-2.5 rounded-md px-2 py-[5px] outline-none data-focused:bg-sunk data-disabled:opacity-50',
                item.danger && 'text-red',
              )}
            >
              {item.icon && <Icon of={item.icon} size={15} className={item.danger ? '' : 'text-ink-muted'} />}
              <span className="min-w-0 flex-1 truncate">{item.label}</span>
              {item.selected && <Icon of={Check} size={14} className="text-accent" />}
              {item.keys !== undefined && <Kbd keys={item.keys} />}
            </MenuItem>
          ),
        )}
      </AriaMenu>
    </AriaPopover>
  </MenuTrigger>
)
