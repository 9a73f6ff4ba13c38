import { Languages } from 'lucide-react'
import { useState } from 'react'

import { languageInfo, languages, useI18n } from '../../../i18n/index.ts'
import { Button, TextArea, TextField } from '../../../ui/index.ts'
import type { OwnTexts } from './definition-draft.ts'

/** A text in each language: the reader's is in sight, the others are opened. */
export const LocalTexts = ({
  label,
  description,
  value,
  onChange,
  long = false,
  isRequired = false,
  autoFocus = false,
  errorMessage,
}: {
  label: string
  description?: string
  value: OwnTexts
  onChange: (texts: OwnTexts) => void
  long?: boolean
  isRequired?: boolean
  autoFocus?: boolean
  errorMessage?: string | undefined
}) => {
  const { t, language } = useI18n()
  const others = languages.filter((each) => each !== language)
  const [open, setOpen] = useState(() => others.some((each) => value[each] !== undefined))
  const Input = long ? TextArea : TextField
  return (
    <div className="flex flex-col gap-2">
      <Input
        label={label}
        value={value[language]}
        onChange={(text) => onChange({ ...value, [language]: text })}
        isRequired={isRequired}
        autoFocus={autoFocus}
        errorMessage={errorMessage}
        {...(long && { rows: 2 })}
        {...(description !== undefined && { description })}
      />
      {open ? (
        <div className="grid grid-cols-3 gap-2 border-line border-s-2 ps-2.5 max-[640px]:grid-cols-1">
          {others.map((each) => (
            <TextField
              key={each}
              label={t('ownFields.inLanguage', { text: label, language: languageInfo[each].name })}
              value={value[each]}
              onChange={(text) => onChange({ ...value, [each]: text })}
            />
          ))}
        </div>
      ) : (
        <Button small variant="quiet" icon={Languages} className="self-start" onPress={() => setOpen(true)}>
          {t('ownFields.otherLanguages')}
        </Button>
      )}
    </div>
  )
}
