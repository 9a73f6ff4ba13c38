import { fractionDigits } from '../i18n/index.ts'
import { NumberField, type NumberFieldProps } from './number-field.tsx'

/** An amount of money: `value` and `onChange` in minor units of `currency`, shown as people write it. */
export const MoneyField = ({
  value,
  onChange,
  currency,
  ...rest
}: Omit<NumberFieldProps, 'formatOptions' | 'step'> & { currency: string }) => {
  const digits = fractionDigits(currency)
  const scale = 10 ** digits
  return (
    <NumberField
      {...rest}
      value={value === null || value === undefined ? value : value / scale}
      onChange={(major) => onChange(major === undefined ? undefined : Math.round(major * scale))}
      formatOptions={{ minimumFractionDigits: 0, maximumFractionDigits: digits }}
    />
  )
}
