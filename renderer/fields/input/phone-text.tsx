import { useEffect, useState } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { TextField, type TextFieldProps } from '../../ui/index.ts'
import { codeName } from '../format.ts'
import { useLookups } from '../lookups.ts'

type Check = { text: string; found: 'valid' | 'possible' | 'none' }

/** A phone number. Once left, it is told where the number can't be read or is given out nowhere; the text stays. */
export const PhoneText = ({ description, onBlur, ...props }: Omit<TextFieldProps, 'type'>) => {
  const { t, locale } = useI18n()
  const { settings } = useLookups()
  const [left, setLeft] = useState<string>()
  const [check, setCheck] = useState<Check>()
  const text = props.value ?? ''
  const country = settings?.country
  useEffect(() => {
    if (left === undefined || left.trim() === '') return undefined
    let wanted = true
    void import('../../../shared/phone/index.ts').then(({ checkPhone }) => {
      if (wanted) setCheck({ text: left, found: checkPhone(left, country) })
    })
    return () => {
      wanted = false
    }
  }, [left, country])
  const hint = (): string | undefined => {
    if (check === undefined || check.text !== text || text.trim() === '' || check.found === 'valid') return description
    if (check.found === 'possible') return t('fields.phone.possible')
    return country === undefined
      ? t('fields.phone.none')
      : t('fields.phone.noneHere', { country: codeName(locale, 'region', country) })
  }
  return (
    <TextField
      {...props}
      type="tel"
      description={hint()}
      onBlur={(event) => {
        setLeft(text)
        onBlur?.(event)
      }}
    />
  )
}
