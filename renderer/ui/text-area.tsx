import type { KeyboardEvent, Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'

import { cx } from './cx.ts'
import { FieldParts, fieldClass, inputClass } from './field.tsx'
import type { TextFieldProps } from './text-field.tsx'

export type TextAreaProps = Omit<TextFieldProps, 'ref' | 'onKeyDown'> & {
  rows?: number
  /** No frame of its own: inside a box that has one. */
  bare?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text; grows with them. */
export const TextArea = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  value,
  placeholder,
  rows = 3,
  bare = false,
  className,
  onKeyDown,
  ref,
  ...rest
}: TextAreaProps) => (
  <AriaTextField
    autoComplete="off"
    {...rest}
    value={value ?? ''}
    isInvalid={errorMessage !== undefined}
    validationBehavior="aria"
    className={cx(fieldClass, className)}
  >
    <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
      <AriaTextArea
        {...(ref ? { ref } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onKeyDown ? { onKeyDown } : {})}
        rows={rows}
        style={{ minBlockSize: bare ? `${rows}lh` : `calc(${rows}lh + 0.875rem)` }}
        dir={value ? 'auto' : undefined}
        className={cx(
          'field-sizing-content max-h-72 resize-none',
          bare ? 'w-full bg-transparent outline-none' : cx(inputClass, '!h-auto py-1.5'),
        )}
      />
    </FieldParts>
  </AriaTextField>
)
