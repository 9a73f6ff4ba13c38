import type { DateOrder } from '../../../../../shared/import/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Select } from '../../../../ui/index.ts'
import { dateOrderOptions } from './date-orders.ts'

/** Which number of a day is the day, told by an example. */
export const DateOrderSelect = ({
  label,
  sample,
  value,
  onChange,
}: {
  label: string
  /** A value of the column, to tell the two ways by. */
  sample: string
  value: DateOrder | undefined
  onChange: (order: DateOrder) => void
}) => {
  const i18n = useI18n()
  return (
    <Select
      label={label}
      hideLabel
      className="mt-1.5"
      placeholder={i18n.t('transfer.dateOrder.detail', { sample })}
      options={dateOrderOptions(sample, i18n)}
      value={value}
      onChange={(next) => next !== undefined && onChange(next === 'mdy' ? 'mdy' : 'dmy')}
    />
  )
}
