import { useI18n } from '../../i18n/index.ts'
import { PassphraseField, Segmented, TextField } from '../../ui/index.ts'

/** What opens a sealed book, as it was typed. */
export type KeyInputValue = { kind: 'passphrase' | 'recoveryKey'; text: string }

export const noKey: KeyInputValue = { kind: 'passphrase', text: '' }

/** The typed key as the desktop side takes it; nothing while it is empty. */
export const keySourceOf = ({
  kind,
  text,
}: KeyInputValue): { passphrase: string } | { recoveryKey: string } | undefined => {
  if (text.trim() === '') return undefined
  return kind === 'passphrase' ? { passphrase: text } : { recoveryKey: text }
}

/** Asks for the passphrase of a sealed book, or for its recovery key. */
export const KeyInput = ({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: KeyInputValue
  onChange: (value: KeyInputValue) => void
  /** What is wrong with it, in the user's language. */
  error?: string | undefined
  autoFocus?: boolean
}) => {
  const { t } = useI18n()
  const kinds = ['passphrase', 'recoveryKey'] as const
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label={t('secrets.openWith')}
        options={kinds.map((id) => ({ id, label: t(`secrets.${id}`) }))}
        value={value.kind}
        onChange={(kind) => onChange({ kind, text: '' })}
      />
      {value.kind === 'passphrase' ? (
        <PassphraseField
          key={value.kind}
          autoFocus={autoFocus}
          label={t('secrets.passphrase')}
          errorMessage={error}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
        />
      ) : (
        <TextField
          key={value.kind}
          autoComplete="off"
          autoFocus={autoFocus}
          isRequired
          label={t('secrets.recoveryKey')}
          description={t('secrets.recoveryKeyHelp')}
          errorMessage={error}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
        />
      )}
    </div>
  )
}
