import { CalendarPlus, Globe, Mail, MapPin, Phone } from 'lucide-react'

import { type Customer, mainAddress, orderedEntries } from '../../../../shared/domain/index.ts'
import { mailUrl, mapUrl, telUrl, useOpenOutside, webUrl } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, IconButton, type IconType, Menu } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'

type Way = { id: string; text: string; url: string }

const WayButton = ({ label, icon, ways }: { label: string; icon: IconType; ways: readonly Way[] }) => {
  const open = useOpenOutside()
  const [first, ...others] = ways
  if (!first) return null
  if (others.length === 0)
    return (
      <Button icon={icon} onPress={() => open(first.url)}>
        {label}
      </Button>
    )
  return (
    <Menu
      trigger={<Button icon={icon}>{label}</Button>}
      items={ways.map(({ id, text, url }) => ({ id, label: text, onAction: () => open(url) }))}
    />
  )
}

/** Call, write, find, follow up: the ways to reach a customer that are known. */
export const ReachButtons = ({ customer }: { customer: Customer }) => {
  const { t } = useI18n()
  const open = useOpenOutside()
  const phones = orderedEntries(customer.phones).map((phone) => ({
    id: phone.id,
    text: phone.value,
    url: telUrl(phone),
  }))
  const emails = orderedEntries(customer.emails).map(({ id, value }) => ({ id, text: value, url: mailUrl(value) }))
  const address = mainAddress(customer)
  const { website } = customer
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <WayButton label={t('customers.call')} icon={Phone} ways={phones} />
      <WayButton label={t('customers.write')} icon={Mail} ways={emails} />
      <Button icon={CalendarPlus} onPress={() => openDialog({ kind: 'newTask', customerId: customer.id })}>
        {t('customers.followUp')}
      </Button>
      {address && <IconButton icon={MapPin} label={t('customers.map')} onPress={() => open(mapUrl(address))} />}
      {website && <IconButton icon={Globe} label={t('customers.web')} onPress={() => open(webUrl(website))} />}
    </div>
  )
}
