import { Check, CircleDashed, TriangleAlert, X } from 'lucide-react'

import {
  type ConsentChannel,
  type ConsentState,
  type Customer,
  consentTable,
  mayContact,
} from '../../../shared/domain/index.ts'
import { useBook } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Badge, Button, Icon, type IconType, Popover } from '../../ui/index.ts'
import { useTellError } from '../open-outside.tsx'
import { recordConsent } from './consent-writes.ts'
import { StatementFields } from './statement-fields.tsx'
import { StatementText } from './statement-text.tsx'
import { useDetails } from './use-details.ts'
import type { Purpose } from './use-purposes.ts'

const looks: Record<ConsentState | 'none', { icon: IconType; className: string }> = {
  given: { icon: Check, className: '!text-green !bg-green-soft' },
  withdrawn: { icon: X, className: '!text-red !bg-red-soft' },
  unfounded: { icon: TriangleAlert, className: '!text-amber !bg-amber-soft' },
  none: { icon: CircleDashed, className: '!text-ink-faint' },
}

type CellProps = { customer: Customer; purpose: Purpose; channel: ConsentChannel }

/** What holds, why, and the other statement to make: giving where nothing holds, else withdrawing. */
const Statement = ({ customer, purpose, channel, close }: CellProps & { close: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const current = consentTable(customer).find((one) => one.purpose === purpose.id && one.channel === channel)
  const verdict = mayContact(customer, purpose.id, channel)
  const state = current?.state === 'given' ? 'withdrawn' : 'given'
  const [details, setDetails, remember] = useDetails(
    current && state === 'withdrawn' ? { basis: current.statement.basis } : {},
  )
  const save = () => {
    remember()
    close()
    void recordConsent(book, customer, { ...details, purpose: purpose.id, channel, state }).catch(tellError)
  }
  return (
    <form
      className="flex w-[280px] flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <header className="flex flex-col gap-1">
        <h4 className="font-[560]">
          {purpose.label} · {t(`privacy.channel.${channel}`)}
        </h4>
        <p>
          <Badge tone={verdict.may ? 'good' : 'neutral'}>{t(verdict.may ? 'privacy.may' : 'privacy.mayNot')}</Badge>{' '}
          {!verdict.may && <span className="text-ink-muted">{t(`privacy.because.${verdict.because}`)}</span>}
        </p>
        {current && <StatementText statement={current.statement} />}
      </header>
      <StatementFields purpose={purpose.id} value={details} onChange={setDetails} basis={state === 'given'} />
      <Button type="submit" autoFocus variant={state === 'given' ? 'primary' : 'danger'} className="self-end">
        {t(state === 'given' ? 'privacy.give' : 'privacy.withdraw')}
      </Button>
    </form>
  )
}

/** One purpose and channel: a sign of what holds, and a press away from changing it. */
export const ConsentCell = (props: CellProps) => {
  const { t } = useI18n()
  const { customer, purpose, channel } = props
  const current = consentTable(customer).find((one) => one.purpose === purpose.id && one.channel === channel)
  const state = current?.state ?? 'none'
  const label = t('privacy.value', {
    purpose: purpose.label,
    channel: t(`privacy.channel.${channel}`),
    state: t(`privacy.state.${state}`),
  })
  const { icon, className } = looks[state]
  return (
    <Popover
      label={label}
      trigger={
        <Button variant="quiet" small aria-label={label} className={`!px-0 mx-auto size-6 justify-center ${className}`}>
          <Icon of={icon} size={14} />
        </Button>
      }
    >
      {(close) => <Statement {...props} close={close} />}
    </Popover>
  )
}
