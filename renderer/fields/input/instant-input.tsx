import { useI18n } from '../../i18n/index.ts'
import { DatePicker, TextField } from '../../ui/index.ts'
import { dayOfInstant, instantAt, timeOfInstant } from '../instants.ts'

/** A moment: its day in the calendar of the language and its time on this device. */
export const InstantInput = ({
  label,
  value,
  onChange,
  errorMessage,
  isRequired = false,
}: {
  label: string
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
        value={day}
        isRequired={isRequired}
        errorMessage={errorMessage}
        onChange={(next) => onChange(next && instantAt(next, time || '09:00'))}
      />
      <TextField
        className="w-24"
        label={t('customers.form.time')}
        type="time"
        value={time}
        isDisabled={!day}
        onChange={(next) => day && onChange(instantAt(day, next) ?? value)}
      />
    </div>
  )
}
