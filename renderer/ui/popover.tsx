import type { ReactElement, ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover'

import { cx } from './cx.ts'

export const surfaceClass =
  'rounded-lg bg-surface text-ink shadow-float outline-none data-entering:animate-fade data-exiting:animate-fade-out'

/** Something small beside the button that opens it. `children` may be a function that gets `close`. */
export const Popover = ({
  trigger,
  label,
  children,
  placement = 'bottom start',
  className,
}: {
  trigger: ReactElement
  /** For screen readers. */
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: NonNullable<AriaPopoverProps['placement']>
  className?: string
}) => (
  <DialogTrigger>
    {trigger}
    <AriaPopover placement={placement} offset={5} className={surfaceClass}>
      <AriaDialog aria-label={label} className={cx('max-h-[70vh] overflow-auto p-3 outline-none', className)}>
        {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
      </AriaDialog>
    </AriaPopover>
  </DialogTrigger>
)
