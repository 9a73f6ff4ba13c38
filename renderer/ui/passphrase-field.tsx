import { Eye, EyeOff } from 'lucide-react'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'

import { useI18n } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { FieldParts, fieldClass, groupClass } from './field.tsx'
import { IconButton } from './icon-button.tsx'

/** A passphrase: hidden unless one asks to see it, with a word when the capitals key is locked. */
export const PassphraseField = ({
  label,
  description,
  errorMessage,
  value,
  onChange,
  isDisabled = false,
  autoFocus = false,
  ref,
}: {
  label: string
  description?: string | undefined
  errorMessage?: string | undefined
  value: string
  onChange: (value: string) => void
  isDisabled?: boolean
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}) => {
  const { t } = useI18n()
  const [shown, setShown] = useState(false)
  const [capitals, setCapitals] = useState(false)
  const look = (event: KeyboardEvent<HTMLInputElement>) => setCapitals(event.getModifierState('CapsLock'))
  return (
    <TextField
      value={value}
      onChange={onChange}
      type={shown ? 'text' : 'password'}
      autoComplete="off"
      autoFocus={autoFocus}
      isDisabled={isDisabled}
      isRequired
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      spellCheck="false"
      className={fieldClass}
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage}>
        <Group className={cx(groupClass, 'pe-0.5')}>
          <Input
            {...(ref ? { ref } : {})}
            onKeyDown={look}
            onKeyUp={look}
            onBlur={() => setCapitals(false)}
            dir={value && shown ? 'auto' : undefined}
            className="h-full min-w-0 flex-1 bg-transparent px-2.5 outline-none"
          />
          <IconButton
            small
            icon={shown ? EyeOff : Eye}
            label={shown ? t('lock.hide') : t('lock.show')}
            onPress={() => setShown(!shown)}
          />
        </Group>
      </FieldParts>
      <p role="status" className="text-amber text-xs empty:hidden">
        {capitals && t('lock.capitals')}
      </p>
    </TextField>
  )
}
