import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { TooltipTrigger } from 'react-aria-components/Tooltip'

import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> & {
  icon: IconType
  /** What it does: the tooltip and the name for screen readers. */
  label: string
  /** The key that does the same, shown in the tooltip. */
  keys?: string
  small?: boolean
  flip?: boolean
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button with a picture only, its words in a tooltip. */
export const IconButton = ({ icon, label, keys, small, flip = false, className, ...rest }: IconButtonProps) => (
  <TooltipTrigger delay={500} closeDelay={0}>
    <AriaButton
      {...rest}
      aria-label={label}
      className={cx(
        'inline-grid flex-none cursor-default place-items-center rounded-md text-ink-muted transition-colors duration-100 data-hovered:bg-sunk data-hovered:text-ink data-pressed:brightness-95 data-disabled:opacity-50',
        small ? 'size-6' : 'size-[31px]',
        className,
      )}
    >
      <Icon of={icon} size={small ? 14 : 16} flip={flip} />
    </AriaButton>
    <Tooltip keys={keys}>{label}</Tooltip>
  </TooltipTrigger>
)
