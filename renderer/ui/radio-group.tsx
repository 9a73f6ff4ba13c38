import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'

import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass } from './field.tsx'
import type { Option } from './option.tsx'

export type RadioGroupProps<T extends string> = FieldFrame & {
  options: readonly (Option & { id: T })[]
  value: T | undefined
  onChange: (value: T) => void
  /** `segments`: side by side in one quiet row. `list`: under each other, with their details. */
  variant?: 'segments' | 'list'
  isDisabled?: boolean
  className?: string
}

const segment =
  'flex cursor-default items-center gap-1.5 rounded-[5px] px-2 py-0.5 text-ink-muted outline-offset-0 data-selected:bg-sunk data-selected:text-ink data-hovered:text-ink data-focus-visible:outline-2 data-focus-visible:outline-accent'

/** One of very few choices, all in sight. */
export const RadioGroup = <T extends string>({
  label,
  hideLabel = false,
  description,
  errorMessage,
  options,
  value,
  onChange,
  variant = 'list',
  className,
  ...rest
}: RadioGroupProps<T>) => (
  <AriaRadioGroup
    {...rest}
    value={value ?? null}
    onChange={(next) => {
      const chosen = options.find(({ id }) => id === next)
      if (chosen) onChange(chosen.id)
    }}
    orientation={variant === 'segments' ? 'horizontal' : 'vertical'}
    isInvalid={errorMessage !== undefined}
    className={cx(fieldClass, className)}
  >
    <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
      <div className={variant === 'segments' ? 'flex flex-wrap items-center gap-1' : 'flex flex-col gap-1.5'}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className={variant === 'segments' ? segment : 'group/radio flex items-start gap-2'}
          >
            {variant === 'list' && (
              <span className="mt-px size-4 flex-none rounded-full border-[1.5px] border-line-strong bg-surface outline-offset-1 group-data-selected/radio:border-[5px] group-data-selected/radio:border-accent group-data-focus-visible/radio:outline-2 group-data-focus-visible/radio:outline-accent" />
            )}
            {option.before}
            <span>
              {option.label}
              {option.detail !== undefined && <span className="block text-ink-faint text-xs">{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </FieldParts>
  </AriaRadioGroup>
)

/** A row of choices of which one holds: views, channels, periods. */
export const Segmented = <T extends string>(props: Omit<RadioGroupProps<T>, 'variant' | 'hideLabel'>) => (
  <RadioGroup {...props} variant="segments" hideLabel />
)
