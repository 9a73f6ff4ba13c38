import { type Consent, type ConsentChannel, consentChannels } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Checkbox, Select, TextField } from '../../ui/index.ts'
import { givenEntries } from './consent-writes.ts'
import { usePurposes } from './use-purposes.ts'

/** What someone agreed to while they stood there. */
export type StandConsentValue = { purpose?: string; channels: readonly ConsentChannel[]; how: string }

/** The statements of it, made now. */
export const standEntries = (
  { purpose, channels, how }: StandConsentValue,
  fallback: string | undefined,
): Record<string, Consent> => {
  const about = purpose ?? fallback
  if (about === undefined) return {}
  return givenEntries({ basis: 'consent', how, evidence: '', at: new Date().toISOString() }, about, channels)
}

/** Consent given by word of mouth, in two clicks: a tick for each channel, the purpose and the way prefilled. */
export const StandConsent = ({
  value,
  onChange,
}: {
  value: StandConsentValue
  onChange: (value: StandConsentValue) => void
}) => {
  const { t } = useI18n()
  const purposes = usePurposes()
  const toggle = (channel: ConsentChannel, on: boolean) =>
    onChange({
      ...value,
      purpose: value.purpose ?? purposes[0]?.id ?? '',
      channels: on ? [...value.channels, channel] : value.channels.filter((one) => one !== channel),
    })
  if (purposes.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-2 border-line border-t pt-3">
      <legend className="sr-only">{t('privacy.stand')}</legend>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <span aria-hidden className="text-ink-muted">
          {t('privacy.stand')}
        </span>
        {consentChannels.map((channel) => (
          <Checkbox key={channel} value={value.channels.includes(channel)} onChange={(on) => toggle(channel, on)}>
            {t(`privacy.channel.${channel}`)}
          </Checkbox>
        ))}
      </div>
      {value.channels.length > 0 && (
        <div className="grid grid-cols-2 gap-x-3">
          <Select
            label={t('privacy.purposes')}
            options={purposes}
            value={value.purpose ?? purposes[0]?.id}
            onChange={(purpose) => purpose && onChange({ ...value, purpose })}
          />
          <TextField label={t('privacy.how')} value={value.how} onChange={(how) => onChange({ ...value, how })} />
        </div>
      )}
    </fieldset>
  )
}
