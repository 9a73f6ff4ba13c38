import { parseTime } from '@internationalized/date'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField'

import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass, groupClass } from './field.tsx'
import { submitOnCtrlEnter } from './submit-keys.ts'

const timeOf = (text: string | null | undefined) =>
  text && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? parseTime(text) : null

/** A time of day as `HH:MM`, typed part by part in the digits of the language, always by 24 hours. */
export const TimeField = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  value,
  onChange,
  className,
  ...rest
}: FieldFrame & {
  value: string | null | undefined
  onChange: (time: string | undefined) => void
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  name?: string
  onBlur?: () => void
  className?: string
}) => (
  <AriaTimeField
    {...rest}
    value={timeOf(value)}
    onChange={(time) => onChange(time?.toString().slice(0, 5))}
    granularity="minute"
    hourCycle={24}
    shouldForceLeadingZeros
    isInvalid={errorMessage !== undefined}
    validationBehavior="aria"
    className={cx(fieldClass, className)}
  >
    <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
      <div className="contents" onKeyDownCapture={submitOnCtrlEnter}>
        {/* Hours stand before minutes in every script. */}
        <DateInput className={cx(groupClass, 'px-2.5 [direction:ltr] rtl:justify-end')}>
          {(segment) => (
            <DateSegment
              segment={segment}
              className="rounded-sm px-px outline-none data-placeholder:text-ink-faint data-focused:bg-accent data-focused:text-accent-ink"
            />
          )}
        </DateInput>
      </div>
    </FieldParts>
  </AriaTimeField>
)
