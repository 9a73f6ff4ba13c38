import { type Customer, consentChannels, mayContactAtAll } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Badge, Icon } from '../../ui/index.ts'
import { consentIcons } from './channel-icons.ts'

/** By which channels a customer may be reached for any purpose, in one line. */
export const ConsentSummary = ({ customer }: { customer: Customer }) => {
  const { t } = useI18n()
  const open = consentChannels.filter((channel) => mayContactAtAll(customer, channel))
  if (open.length === 0)
    return (
      <span className="text-ink-muted">{t(customer.consents === undefined ? 'privacy.none' : 'privacy.mayNot')}</span>
    )
  return (
    <span className="flex flex-wrap gap-1">
      {open.map((channel) => (
        <Badge key={channel} tone="good">
          <Icon of={consentIcons[channel]} size={12} /> {t(`privacy.channel.${channel}`)}
        </Badge>
      ))}
    </span>
  )
}
