import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'

import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

/** The square of a checkbox, for places that draw their own. */
export const CheckMark = ({ selected, some = false }: { selected: boolean; some?: boolean }) => (
  <span
    aria-hidden
    className={cx(
      'grid size-4 flex-none place-items-center rounded-[5px] border-[1.5px] transition-colors duration-100',
      selected || some ? 'border-accent bg-accent text-accent-ink' : 'border-line-strong bg-surface',
    )}
  >
    {some ? <Icon of={Minus} size={12} /> : selected && <Icon of={Check} size={12} />}
  </span>
)

export type CheckboxProps = Omit<
  AriaCheckboxProps,
  'children' | 'className' | 'ref' | 'isSelected' | 'onChange' | 'value'
> & {
  /** Words beside it; without them give `aria-label`. */
  children?: ReactNode
  value: boolean | null | undefined
  onChange: (value: boolean) => void
  className?: string
}

export const Checkbox = ({ children, value, className, ...rest }: CheckboxProps) => (
  <AriaCheckbox
    {...rest}
    isSelected={value ?? false}
    className={cx('group flex cursor-default items-center gap-2 data-disabled:opacity-50', className)}
  >
    {({ isSelected, isIndeterminate, isFocusVisible }) => (
      <>
        <span className={cx('rounded-[5px]', isFocusVisible && 'outline-2 outline-accent outline-offset-1')}>
          <CheckMark selected={isSelected} some={isIndeterminate} />
        </span>
        {children}
      </>
    )}
  </AriaCheckbox>
)
