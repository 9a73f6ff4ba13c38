import { isStrongEnough, MIN_PASSPHRASE, passphraseStrength } from '../../../shared/passphrase/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { cx, PassphraseField } from '../../ui/index.ts'

/** A new passphrase as it was typed, twice. */
export type NewPassphraseValue = { first: string; second: string }

export const noPassphrase: NewPassphraseValue = { first: '', second: '' }

/** Whether it is hard enough to guess and was typed the same both times. */
export const isPassphraseReady = ({ first, second }: NewPassphraseValue): boolean =>
  isStrongEnough(first) && first === second

const bars = { weak: 1, fair: 2, good: 3 } as const
const colours = { weak: 'bg-red', fair: 'bg-amber', good: 'bg-green' } as const

const Strength = ({ text }: { text: string }) => {
  const { t } = useI18n()
  const { level, reason } = passphraseStrength(text)
  return (
    <div
      role="status"
      className={cx(
        'flex items-start gap-2 text-xs',
        level === 'weak' && reason !== 'tooShort' ? 'text-red' : 'text-ink-muted',
      )}
    >
      <span aria-hidden className="mt-1.5 flex w-24 flex-none gap-1">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={cx('h-1 flex-1 rounded-full', bar <= bars[level] ? colours[level] : 'bg-sunk')} />
        ))}
      </span>
      {reason === 'fine' || reason === 'couldBeLonger'
        ? t(`secrets.strength.${level}`)
        : t(`secrets.reason.${reason}`, { count: MIN_PASSPHRASE })}
    </div>
  )
}

/** A new passphrase, typed twice, with how hard it is to guess: what is too easy can't be used. */
export const NewPassphrase = ({
  value,
  onChange,
  autoFocus = false,
}: {
  value: NewPassphraseValue
  onChange: (value: NewPassphraseValue) => void
  autoFocus?: boolean
}) => {
  const { t } = useI18n()
  const differs = value.second !== '' && !value.first.startsWith(value.second)
  return (
    <div className="flex flex-col gap-3">
      <PassphraseField
        autoFocus={autoFocus}
        label={t('secrets.passphrase')}
        description={t('secrets.passphraseHelp')}
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
      />
      {value.first !== '' && <Strength text={value.first} />}
      <PassphraseField
        label={t('secrets.again')}
        errorMessage={differs ? t('secrets.differs') : undefined}
        value={value.second}
        onChange={(second) => onChange({ ...value, second })}
      />
    </div>
  )
}
