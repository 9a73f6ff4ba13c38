import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'

import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'

const variants = {
  primary: 'border-accent bg-accent text-accent-ink data-hovered:border-accent-hover data-hovered:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink data-hovered:bg-sunk',
  quiet: 'border-transparent bg-transparent text-ink-muted data-hovered:bg-sunk data-hovered:text-ink',
  danger: 'border-red bg-red text-red-ink data-hovered:border-red-hover data-hovered:bg-red-hover',
} as const

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className'> & {
  children: ReactNode
  variant?: keyof typeof variants
  small?: boolean
  icon?: IconType
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button with words. `isPending` keeps it focused and tells screen readers that it works. */
export const Button = ({ children, variant = 'secondary', small, icon, className, ...rest }: ButtonProps) => (
  <AriaButton
    {...rest}
    className={cx(
      'inline-flex flex-none cursor-default select-none items-center justify-center gap-1.5 rounded-md border font-[520] whitespace-nowrap transition-colors duration-100 data-disabled:opacity-50 data-pending:opacity-60 data-pressed:brightness-95',
      small ? 'h-[26px] px-2 text-sm' : 'h-[31px] px-2.5',
      variants[variant],
      className,
    )}
  >
    {icon && <Icon of={icon} size={small ? 14 : 16} />}
    {children}
  </AriaButton>
)
