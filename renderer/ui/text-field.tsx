import type { Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'

import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass, inputClass } from './field.tsx'

export type TextFieldProps = FieldFrame &
  Omit<AriaTextFieldProps, 'children' | 'className' | 'value' | 'onChange' | 'ref' | 'validate'> & {
    value: string | null | undefined
    onChange: (value: string) => void
    placeholder?: string
    className?: string
    /** The input itself, so that a form can focus it. */
    ref?: Ref<HTMLInputElement>
  }

/** An address or a path as an example: it reads left-to-right everywhere, also where it begins with a slash. */
const ASCII = /^[ -~]+$/

/**
 * One line of text. Each text finds its own direction, so that an address stays left-to-right in Persian. The browser
 * keeps nothing of it to offer it again: that would stand in the open in its profile.
 */
export const TextField = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  value,
  placeholder,
  className,
  ref,
  ...rest
}: TextFieldProps) => (
  <AriaTextField
    autoComplete="off"
    {...rest}
    value={value ?? ''}
    isInvalid={errorMessage !== undefined}
    validationBehavior="aria"
    className={cx(fieldClass, className)}
  >
    <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
      <Input
        {...(ref ? { ref } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        dir={value ? 'auto' : placeholder !== undefined && ASCII.test(placeholder) ? 'ltr' : undefined}
        className={inputClass}
      />
    </FieldParts>
  </AriaTextField>
)
