import { useCallback } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { ComboBox } from '../../ui/index.ts'
import { codeChoices } from '../choices.ts'
import { codeName } from '../format.ts'

const types = { country: 'region', language: 'language', currency: 'currency' } as const
const MOST = 60
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** A country, language or currency by its name. `freeText` also takes what is none, as typed. */
export const CodeInput = ({
  type,
  value,
  onChange,
  freeText = false,
  ...frame
}: {
  type: keyof typeof types
  label: string
  hideLabel?: boolean
  errorMessage?: string | undefined
  isRequired?: boolean
  value: string | undefined
  onChange: (code: string | undefined) => void
  onBlur?: () => void
  freeText?: boolean
}) => {
  const i18n = useI18n()
  const load = useCallback(
    async (text: string) => {
      const wanted = fold(text)
      return codeChoices(i18n, type)
        .filter(({ id, label }) => fold(label).includes(wanted) || id.toLowerCase() === wanted)
        .slice(0, MOST)
        .map(({ id, label }) => ({ id, label, detail: id }))
    },
    [i18n, type],
  )
  const known = value !== undefined && value !== '' && (type !== 'country' || /^[A-Z]{2}$/.test(value))
  return (
    <ComboBox
      {...frame}
      value={value}
      valueLabel={known ? codeName(i18n.locale, types[type], value) : (value ?? '')}
      onChange={onChange}
      load={load}
      {...(freeText ? { onCreate: onChange } : {})}
    />
  )
}
