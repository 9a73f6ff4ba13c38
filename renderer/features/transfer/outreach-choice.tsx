import { consentChannels } from '../../../shared/domain/index.ts'
import { useLabels, useLookups } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Checkbox, Select } from '../../ui/index.ts'
import type { Outreach } from './outreach.ts'

/** Whether the file is for writing to people, and how: then only those who agreed to it are in it. */
export const OutreachChoice = ({
  value,
  onChange,
}: {
  value: Outreach | undefined
  onChange: (outreach: Outreach | undefined) => void
}) => {
  const { t } = useI18n()
  const { items } = useLookups()
  const { item } = useLabels()
  const purposes = [...items.values()]
    .filter(({ list, retired }) => list === 'purpose' && !retired)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  return (
    <div className="flex flex-col gap-2">
      <Checkbox value={value !== undefined} onChange={(on: boolean) => onChange(on ? { channel: 'email' } : undefined)}>
        {t('transfer.export.outreach')}
      </Checkbox>
      {value && (
        <div className="grid grid-cols-2 gap-3 ps-6">
          <Select
            label={t('transfer.export.channel')}
            options={consentChannels.map((id) => ({ id, label: t(`privacy.channel.${id}`) }))}
            value={value.channel}
            onChange={(next) =>
              onChange({ ...value, channel: consentChannels.find((id) => id === next) ?? value.channel })
            }
          />
          <Select
            label={t('transfer.export.purpose')}
            options={purposes.map(({ id }) => ({ id, label: item(id) }))}
            placeholder={t('transfer.export.purpose.any')}
            clearable
            value={value.purpose}
            onChange={(purpose) => onChange({ ...value, purpose })}
          />
        </div>
      )}
    </div>
  )
}
