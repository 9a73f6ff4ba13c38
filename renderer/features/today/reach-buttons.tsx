import { MessageSquarePlus } from 'lucide-react'

import { type Customer, displayName } from '../../../shared/domain/index.ts'
import { useOpenOutside } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { reachOf } from './reach.ts'

/**
 * Calls or writes to a customer by the system's own program and opens the log beside it; where neither is known, the log
 * alone is offered.
 */
export const ReachButtons = ({ customer }: { customer: Customer }) => {
  const { t } = useI18n()
  const open = useOpenOutside()
  const reach = reachOf(customer)
  const name = displayName(customer)
  const log = (channel?: string) =>
    openDialog({ kind: 'logInteraction', customerId: customer.id, ...(channel !== undefined && { channel }) })
  if (!reach)
    return (
      <Button small aria-label={t('today.logWith', { name })} onPress={() => log()}>
        {t('today.log')}
      </Button>
    )
  const { by, url, channel } = reach
  return (
    <>
      <IconButton small icon={MessageSquarePlus} label={t('today.logWith', { name })} onPress={() => log()} />
      <Button
        small
        aria-label={t(by === 'call' ? 'today.callName' : 'today.writeName', { name })}
        onPress={() => {
          open(url)
          log(channel)
        }}
      >
        {t(by === 'call' ? 'today.call' : 'today.write')}
      </Button>
    </>
  )
}
