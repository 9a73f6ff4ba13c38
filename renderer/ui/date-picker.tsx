import { type CalendarDate, GregorianCalendar, parseDate, toCalendar } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Popover as AriaPopover } from 'react-aria-components/Popover'

import { useI18n } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass, groupClass } from './field.tsx'
import { Icon } from './icon.tsx'
import { surfaceClass } from './popover.tsx'
import { submitOnCtrlEnter } from './submit-keys.ts'

export type DatePickerProps = FieldFrame & {
  /** `YYYY-MM-DD`, Gregorian; shown in the calendar of the language. */
  value: string | null | undefined
  onChange: (day: string | undefined) => void
  /** The first and last day that may be chosen. */
  min?: string
  max?: string
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  name?: string
  onBlur?: () => void
  className?: string
}

const dayOf = (text: string | null | undefined) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : null)

const gregorian = (day: CalendarDate): string => toCalendar(day, new GregorianCalendar()).toString()

const stepClass =
  'grid size-7 place-items-center rounded-md text-ink-muted data-hovered:bg-sunk data-disabled:opacity-40'
const cellClass =
  'grid size-8 cursor-default place-items-center rounded-md text-sm outline-offset-0 data-outside-month:invisible data-hovered:bg-sunk data-disabled:opacity-40 data-selected:bg-accent data-selected:text-accent-ink data-focus-visible:outline-2 data-focus-visible:outline-accent'

/** A day: typed part by part, or taken from a calendar (Jalali in Persian). */
export const DatePicker = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  value,
  onChange,
  min,
  max,
  onBlur,
  className,
  ...rest
}: DatePickerProps) => {
  const { t, format } = useI18n()
  const [first, last] = [dayOf(min), dayOf(max)]
  return (
    <AriaDatePicker
      {...rest}
      {...(onBlur ? { onBlur } : {})}
      {...(first ? { minValue: first } : {})}
      {...(last ? { maxValue: last } : {})}
      value={dayOf(value)}
      onChange={(day) => onChange(day ? gregorian(day) : undefined)}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros
      className={cx(fieldClass, className)}
    >
      <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
        <div className="contents" onKeyDownCapture={submitOnCtrlEnter}>
          <Group className={groupClass}>
            <DateInput className="block min-w-0 flex-1 overflow-hidden ps-2.5 whitespace-nowrap">
              {(segment) => (
                <DateSegment
                  segment={segment}
                  className="rounded-sm px-px outline-none data-placeholder:text-ink-faint data-focused:bg-accent data-focused:text-accent-ink"
                />
              )}
            </DateInput>
            {value && rest.isDisabled !== true && (
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('ui.clear')}
                className="grid h-full w-6 flex-none place-items-center text-ink-faint hover:text-ink"
                onClick={() => onChange(undefined)}
              >
                <Icon of={X} size={13} />
              </button>
            )}
            <AriaButton
              aria-label={t('ui.openCalendar')}
              className="grid h-full w-7 flex-none place-items-center text-ink-faint"
            >
              <Icon of={CalendarDays} size={14} />
            </AriaButton>
          </Group>
        </div>
      </FieldParts>
      <AriaPopover offset={4} className={surfaceClass}>
        <AriaDialog aria-label={label} className="p-3 outline-none">
          <Calendar>
            {({ state }) => (
              <>
                <header className="flex items-center pb-2">
                  <AriaButton slot="previous" className={stepClass}>
                    <Icon of={ChevronLeft} flip />
                  </AriaButton>
                  <h3 className="flex-1 text-center font-[560]">
                    {format.calendarMonth(gregorian(state.visibleRange.start))}
                  </h3>
                  <AriaButton slot="next" className={stepClass}>
                    <Icon of={ChevronRight} flip />
                  </AriaButton>
                </header>
                <CalendarGrid className="[&_th]:pb-1 [&_th]:font-normal [&_th]:text-ink-faint [&_th]:text-xs">
                  {(date) => <CalendarCell date={date} className={cellClass} />}
                </CalendarGrid>
              </>
            )}
          </Calendar>
        </AriaDialog>
      </AriaPopover>
    </AriaDatePicker>
  )
}
