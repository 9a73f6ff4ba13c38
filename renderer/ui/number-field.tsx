import type { Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'

import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass, inputClass } from './field.tsx'
import { commitOnCtrlEnter } from './submit-keys.ts'

export type NumberFieldProps = FieldFrame &
  Omit<AriaNumberFieldProps, 'children' | 'className' | 'value' | 'onChange' | 'ref' | 'validate'> & {
    value: number | null | undefined
    /** Nothing when the field was emptied. */
    onChange: (value: number | undefined) => void
    className?: string
    ref?: Ref<HTMLInputElement>
  }

/** A number, read and shown in the digits and marks of the language. */
export const NumberField = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  value,
  onChange,
  className,
  ref,
  ...rest
}: NumberFieldProps) => (
  <AriaNumberField
    {...rest}
    value={value ?? Number.NaN}
    onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
    isInvalid={errorMessage !== undefined}
    validationBehavior="aria"
    className={cx(fieldClass, className)}
  >
    <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
      <div className="contents" onKeyDownCapture={commitOnCtrlEnter}>
        <Input {...(ref ? { ref } : {})} className={cx(inputClass, 'text-end')} />
      </div>
    </FieldParts>
  </AriaNumberField>
)
