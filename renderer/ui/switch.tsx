import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'

import { cx } from './cx.ts'

/** Something that is on or off at once, without saving. */
export const Switch = ({
  children,
  value,
  className,
  ...rest
}: Omit<AriaSwitchProps, 'children' | 'className' | 'isSelected' | 'onChange' | 'value'> & {
  children: ReactNode
  value: boolean
  onChange: (value: boolean) => void
  className?: string
}) => (
  <AriaSwitch
    {...rest}
    isSelected={value}
    className={cx('group flex cursor-default items-center gap-2.5 data-disabled:opacity-50', className)}
  >
    <span className="flex h-[18px] w-8 flex-none items-center rounded-full bg-line-strong p-0.5 outline-offset-1 transition-colors duration-100 group-data-selected:bg-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-accent">
      <span className="size-3.5 rounded-full bg-surface shadow-raise transition-[margin] duration-100 group-data-selected:ms-3.5" />
    </span>
    {children}
  </AriaSwitch>
)
