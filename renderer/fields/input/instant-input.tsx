import { useI18n } from '../../i18n/index.ts'
import { DatePicker, TimeField } from '../../ui/index.ts'
import { dayOfInstant, instantAt, timeOfInstant } from '../instants.ts'

const MORNING = '09:00'

/** A moment: its day in the calendar of the language and its time on this device. */
export const InstantInput = ({
  label,
  hideLabel = false,
  value,
  onChange,
  errorMessage,
  isRequired = false,
}: {
  label: string
  hideLabel?: boolean
  value: string | undefined
  onChange: (instant: string | undefined) => void
  errorMessage?: string | undefined
  isRequired?: boolean
}) => {
  const { t } = useI18n()
  const day = value && dayOfInstant(value)
  const time = value ? timeOfInstant(value) : ''
  return (
    <div className="flex items-start gap-2">
      <DatePicker
        className="flex-1"
        label={label}
        hideLabel={hideLabel}
        value={day}
        isRequired={isRequired}
        errorMessage={errorMessage}
        onChange={(next) => onChange(next && instantAt(next, time || MORNING))}
      />
      <TimeField
        className="w-20"
        label={t('customers.form.time')}
        hideLabel={hideLabel}
        value={time}
        isDisabled={!day}
        onChange={(next) => {
          if (day && next) onChange(instantAt(day, next))
        }}
      />
    </div>
  )
}
